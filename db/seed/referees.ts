import type { RefereeViewer } from '#app/domain/access.ts'
import {
  type Behaviour,
  type ReferenceForm,
  type Relation,
  refereeForm,
  referenceForm,
} from '#app/domain/references.ts'
import { behavioursAsked } from '../references/rows.ts'
import {
  askForReferences,
  nameReferee,
  openReference,
  refuseReference,
  releaseRequest,
  submitReference,
  verifyReferee,
} from '../references.ts'
import { cast } from './cast.ts'
import { type Beat, did, staff, type Who } from './world.ts'

const mirela = staff('mirela')

export const isAskedForReferees = (who: Who, at: Date): Beat => ({
  at,
  async act(now) {
    const { applicationId } = who.viewer
    did(await askForReferences(who.world.db, { viewer: mirela, applicationId, now }), `${who.key} is asked`)
  },
})

interface Referee {
  name: string
  relation: Relation
  company: string
  /** The host of the address. */
  host: string
  named: Date
}

/** A referee on the way: named and written to at once; then opened, answered, or refused. */
export function referee(who: Who, given: Referee) {
  const { db } = who.world
  const { name, relation, company, host, named } = given
  const viewer: RefereeViewer = { kind: 'referee', requestId: '' }
  const address = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(' ', '.')
  const asked: Beat = {
    at: named,
    async act(now) {
      const { locale } = cast[who.key]
      const form = refereeForm.parse({
        name,
        email: `${address}@${host}.example.com`,
        relation,
        company,
        locale,
        permission: 'on',
      })
      viewer.requestId = did(await nameReferee(db, { viewer: who.viewer, form, now }), `${name} is named`).id
      const { requestId } = viewer
      did(await releaseRequest(db, { viewer: who.viewer, requestId, now }), `${name} is released`)
    },
  }
  const opens = (at: Date): Beat => ({
    at,
    act: async (now) => did(await openReference(db, { viewer, now }), `${name} opens`),
  })
  return {
    asked,
    opens,
    declines: (at: Date): Beat => ({
      at,
      act: async (now) => did(await refuseReference(db, { viewer, act: 'decline', now }), `${name} declines`),
    }),
    /** `ratings` in the order in which the behaviours are asked. */
    answers(at: Date, form: Omit<Said, 'relation'>): Beat[] {
      const sent = new Date(at.getTime() + 5 * 60_000)
      return [
        opens(at),
        {
          at: sent,
          async act(now) {
            const behaviours = await behavioursAsked(db, who.viewer.applicationId)
            const body = formOf(behaviours, { ...form, relation })
            did(await submitReference(db, { viewer, form: body, now }), `${name} answers`)
          },
        },
      ]
    },
    verified: (at: Date): Beat => ({
      at,
      async act(now) {
        const { applicationId } = who.viewer
        const { requestId } = viewer
        did(await verifyReferee(db, { viewer: mirela, applicationId, requestId, now }), `${name} is verified`)
      },
    }),
  }
}

interface Said
  extends Pick<ReferenceForm, 'relation' | 'role' | 'months' | 'again' | 'text' | 'most' | 'least'> {
  ratings: readonly (number | null)[]
}

const formOf = (behaviours: readonly Behaviour[], { ratings, ...form }: Said): ReferenceForm =>
  referenceForm.parse({
    ...form,
    closeness: 'weekly',
    observed: true,
    ratings: Object.fromEntries(behaviours.map((behaviour, index) => [behaviour, ratings[index] ?? null])),
  })
