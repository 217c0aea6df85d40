import type { Sign, SignBatch } from '#app/domain/signs.ts'

/** Away for less than this is a glance at a message that popped up. In milliseconds, as all times here. */
const shortestLeave = 2000
/** Counts of typing are gathered for so long, unless something else goes anyway. */
const typedEvery = 60_000
const mostSigns = 39
/** What could not be sent for so long is given up: it is worth less than the candidate's quiet. */
const mostWaiting = 200

/** What noting needs of a browser, or of a test. */
export interface SignPorts {
  now(): number
  newId(): string
  /** False: it did not arrive and may be sent again. */
  send(batch: SignBatch, leaving: boolean): Promise<boolean>
}

type Noted = Sign extends infer One ? (One extends Sign ? Omit<One, 'ago'> & { at: number } : never) : never

interface Batch {
  batch: string
  signs: Noted[]
}

/**
 * What is noted of one part: lengths and times, as the introduction says. It goes out beside the text and never before
 * it; a batch goes again under its name until it has arrived.
 */
export class SignBook {
  readonly #answer: string
  readonly #ports: SignPorts
  #noted: Noted[] = []
  #typed = 0
  #typedSince: number
  #began = false
  #awaySince: number | null = null
  #underway: Batch | null = null
  #sending = false

  constructor(answer: string, ports: SignPorts) {
    this.#answer = answer
    this.#ports = ports
    this.#typedSince = ports.now()
  }

  pasted(chars: number): void {
    if (chars > 0) this.#note({ kind: 'paste', chars: Math.min(chars, 200_000), at: this.#ports.now() })
  }

  typed(chars: number): void {
    if (chars <= 0) return
    if (!this.#began) this.#note({ kind: 'first-key', at: this.#ports.now() })
    this.#began = true
    this.#typed += chars
  }

  away(): void {
    this.#awaySince ??= this.#ports.now()
  }

  back(): void {
    if (this.#awaySince === null) return
    const [since, now] = [this.#awaySince, this.#ports.now()]
    this.#awaySince = null
    if (now - since < shortestLeave) return
    this.#note({ kind: 'left', seconds: Math.min(Math.round((now - since) / 1000), 86_400), at: since })
  }

  /** `beat`: the page says that it is open, also where there is nothing to tell. */
  async flush({ beat = false, leaving = false } = {}): Promise<void> {
    if (leaving) this.back()
    // What is underway already arrives by itself; the page that goes sends only what came after it.
    if (leaving && this.#sending) {
      const rest = this.#take(false, true)
      if (rest) await this.#send(rest, true)
      return
    }
    if (this.#sending) return
    const batch = this.#underway ?? this.#take(beat, leaving)
    if (!batch) return
    this.#underway = batch
    this.#sending = true
    const arrived = await this.#send(batch, leaving)
    this.#sending = false
    if (arrived || batch.signs.length === 0) this.#underway = null
  }

  #send({ batch, signs: noted }: Batch, leaving: boolean): Promise<boolean> {
    const now = this.#ports.now()
    const signs = noted.map(({ at, ...sign }): Sign => {
      return { ...sign, ago: Math.min(Math.max(0, Math.round(now - at)), 3_600_000) }
    })
    return this.#ports.send({ batch, answer: this.#answer, signs }, leaving)
  }

  #take(beat: boolean, leaving: boolean): Batch | null {
    const now = this.#ports.now()
    const signs = this.#noted.splice(0, mostSigns)
    if (this.#typed > 0 && (leaving || signs.length > 0 || now - this.#typedSince >= typedEvery)) {
      signs.push({ kind: 'typed', chars: Math.min(this.#typed, 200_000), at: now })
      this.#typed = 0
      this.#typedSince = now
    }
    return signs.length > 0 || beat ? { batch: this.#ports.newId(), signs } : null
  }

  #note(sign: Noted): void {
    if (this.#noted.length < mostWaiting) this.#noted.push(sign)
  }
}
