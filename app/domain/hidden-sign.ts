/** Stands in the place of each hidden character, so that offsets into the text stay true. From the private use area. */
export const hiddenSign = '\uE000'
