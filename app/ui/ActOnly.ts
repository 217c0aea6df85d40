/** The page of an address that only takes acts: with it a refusal is shown as a page, without it as bare JSON. */
export const ActOnly = () => null
