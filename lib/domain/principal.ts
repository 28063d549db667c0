/** Those who work with plans and visits. */
export const officeRoles = ['planner', 'coordinator', 'reviewer', 'inspector', 'admin'] as const;
/** Everyone who signs in. A sentinel (网格员) reports what they see in their street, and sees nothing of plans and visits. */
export const staffRoles = [...officeRoles, 'sentinel'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who acts, as the token's claims say. Review levels: 1 department, 2 street judicial office, 3 district committee. */
export type Principal = {
  readonly subject: string;
  readonly district: string;
  readonly role: StaffRole;
  readonly department?: string;
  readonly street?: string;
  readonly unit?: string;
  readonly level?: 1 | 2 | 3;
  /** The person's own address, where the issuer vouches for one. */
  readonly email?: string;
};

/** On whose authority somebody acted: the role and its claims, as the token said at the time. */
export type Authority = Pick<Principal, 'role' | 'department' | 'street' | 'unit' | 'level'>;

export const authorityOf = ({ role, department, street, unit, level }: Principal): Authority => ({
  role,
  ...(department === undefined ? {} : { department }),
  ...(street === undefined ? {} : { street }),
  ...(unit === undefined ? {} : { unit }),
  ...(level === undefined ? {} : { level }),
});

/** What a read or write may touch. Every repository takes one: the district always, the rest where the role has it. */
export type Scope = {
  readonly district: string;
  readonly department?: string;
  readonly street?: string;
  readonly unit?: string;
};

/** The part of the district a person may see: planners their department, inspectors their unit, street roles and sentinels their street. */
export const scopeOf = (principal: Principal): Scope => {
  const { district, department, street, unit } = principal;
  switch (principal.role) {
    case 'admin':
      return { district };
    case 'planner':
      return { district, department };
    case 'inspector':
      return { district, unit };
    case 'sentinel':
      return { district, street: street ?? '' };
    case 'coordinator':
      return street === undefined ? { district } : { district, street };
    case 'reviewer':
      // A reviewer whose token names no department or street may still review; of visits and businesses they see none.
      if (principal.level === 1) return { district, department: department ?? '' };
      return principal.level === 2 ? { district, street: street ?? '' } : { district };
    default:
      return principal.role satisfies never;
  }
};

/** What the role's claims must name for its scope to be closed: a planner without a department would otherwise see everything. */
export const missingClaim = (principal: Principal): 'department' | 'unit' | 'level' | 'street' | undefined => {
  if (principal.role === 'planner' && !principal.department) return 'department';
  if (principal.role === 'inspector' && !principal.unit) return 'unit';
  if (principal.role === 'sentinel' && !principal.street) return 'street';
  return principal.role === 'reviewer' && principal.level === undefined ? 'level' : undefined;
};
