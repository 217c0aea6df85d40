import { Link, type LinkProps } from '@remix-run/react'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classes } from './classes.ts'

type Kind = 'primary' | 'plain'
interface Look {
  /** One primary per view. */
  kind?: Kind
  dense?: boolean
  block?: boolean
  /** The key that does the same, shown beside the words. */
  keys?: string
  children: ReactNode
}

const look = ({ kind, dense, block }: Look, className?: string) =>
  classes('btn', kind, dense && 'dense', block && 'block', className)

/** `busy` is the word shown while the act is under way; the button then does nothing. */
export const Button = forwardRef<
  HTMLButtonElement,
  ComponentPropsWithoutRef<'button'> & Look & { busy?: string }
>(function Button({ kind, dense, block, keys, busy, className, children, type = 'submit', ...rest }, ref) {
  return (
    <button
      ref={ref}
      type={type}
      className={look({ kind, dense, block, children }, className)}
      aria-keyshortcuts={keys}
      aria-busy={busy ? true : undefined}
      aria-disabled={busy ? true : undefined}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ?? children}
      {keys && !busy && <kbd>{keys}</kbd>}
    </button>
  )
})

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({
  kind,
  dense,
  block,
  keys,
  className,
  children,
  ...rest
}: Omit<LinkProps, 'children'> & Look) {
  return (
    <Link className={look({ kind, dense, block, children }, className)} aria-keyshortcuts={keys} {...rest}>
      {children}
      {keys && <kbd>{keys}</kbd>}
    </Link>
  )
}
