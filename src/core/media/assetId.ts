/** The id of an asset is made of its bytes, as its file's name is: the same file anywhere is the same asset. `hash` is their SHA-256 in hex. */
export const assetIdOf = (hash: string): string => `a_${hash.slice(0, 24)}`;
