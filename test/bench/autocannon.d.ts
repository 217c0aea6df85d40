declare module 'autocannon' {
  type Headers = Record<string, string>
  /** One request as it is about to be sent; what `setupRequest` gives is sent instead. */
  export interface Shot {
    method?: 'GET' | 'POST'
    path?: string
    headers?: Headers
    body?: string | Buffer
  }
  export interface Options<Context> {
    url: string
    connections: number
    duration: number
    /** How often the end is looked for, in milliseconds. */
    sampleInt: number
    requests: {
      setupRequest(request: Shot, context: Context): Shot
      onResponse(status: number, body: string, context: Context): void
    }[]
  }
  export interface Result {
    errors: number
    timeouts: number
    /** Seconds. */
    duration: number
  }
  interface Run {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }
  export default function autocannon<Context>(
    options: Options<Context>,
    done: (error: Error | null, result: Result) => void,
  ): Run
}
