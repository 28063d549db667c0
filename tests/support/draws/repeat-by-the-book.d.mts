export function repeatBusinesses(file: unknown): string[];
export function repeatInspectors(file: unknown): string[];
