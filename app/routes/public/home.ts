import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { publicPath } from '#app/domain/locale.ts'
import { openTo } from '#app/server/guard.ts'

/** The first page is the list of vacancies, in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = openTo(args, 'everybody')
  return redirect(publicPath(locale, '/jobs'))
}

/** Never seen. Without a page of its own an address of one word that is nothing would be answered as if by a machine. */
export default function Home() {
  return null
}
