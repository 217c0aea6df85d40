/** Making one of Intl's formatters takes a hundred times longer than asking it: each is made once. They are few. */
function once<Options, Made>(make: (tag: string, options: Options) => Made) {
  const made = new Map<string, Made>()
  return (tag: string, options: Options): Made => {
    const key = `${tag} ${JSON.stringify(options)}`
    let one = made.get(key)
    if (one === undefined) {
      one = make(tag, options)
      made.set(key, one)
    }
    return one
  }
}

export const dates = once((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options))
export const numbers = once((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options))
export const lists = once((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options))
export const names = once((tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options))
export const plurals = once((tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options))

let zone: string | undefined

/** The zone of whoever reads, or of the server. Asked once: it takes as long as making a formatter. */
export function ownZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone
}
