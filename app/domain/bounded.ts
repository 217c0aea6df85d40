/** A page says how many there are up to here, and "over" beyond: nobody counts all rows for a label. */
export const countLimit = 999
