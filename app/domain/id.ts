export const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Could this be an id? Asked of whatever comes from outside before the database is, which refuses to compare others. */
export const isId = (value: string): boolean => idForm.test(value)
