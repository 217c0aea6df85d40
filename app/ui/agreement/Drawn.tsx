import type { ReactNode } from 'react'
import { Strip } from '../Strip.tsx'

interface DrawnProps {
  title: string
  intro: string
  /** The class of the drawing, and its size in pixels. */
  kind: string
  width: number
  height: number
  /** What opens the table. */
  summary: string
  columns: readonly string[]
  rows: readonly { key: string; name: string; cells: readonly string[] }[]
  children: ReactNode
}

/** A drawing, and under it a table that says the same. */
export function Drawn({ title, intro, kind, width, height, summary, columns, rows, children }: DrawnProps) {
  const [first, ...others] = columns
  return (
    <section className="first">
      <h2>{title}</h2>
      <p className="label">{intro}</p>
      <Strip name={title} narrow>
        <svg className={kind} width={width} height={height} role="img" aria-label={title}>
          {children}
        </svg>
      </Strip>
      <details className="twin">
        <summary>{summary}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {others.map((column) => (
                <th key={column} scope="col" className="n">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={others[at]} className="n">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
