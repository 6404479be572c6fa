/** The fixed edges of the matrix, in pixels: what stands still while days and rows move beneath. Its styles say the same. */

/** Width of the column of accounts. */
export const LEFT = 158;
/** Height of the header: phases above, days below. */
export const HEAD = 60;
