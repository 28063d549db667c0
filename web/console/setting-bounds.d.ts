declare module 'virtual:setting-bounds' {
  /** The least and the most of every number of the settings, by its place; taken from the contract when the console is built. */
  export const settingBounds: Readonly<
    Record<string, { readonly least: number; readonly most: number; readonly isWhole: boolean } | undefined>
  >;
}
