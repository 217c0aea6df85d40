import { albanian } from '../answers/sq.ts'
import { applies, handsIn, isInvited, isMoved } from '../candidate.ts'
import { grades } from '../grading.ts'
import { interview, isDecided, offer } from '../hire.ts'
import { firstDays } from '../newcomer.ts'
import { type Beat, someone, type World } from '../world.ts'

/** Arben was rejected with a written account; Gent is in his second week. */
export function earlierStory(world: World): Beat[] {
  const { at, day, lastMonday } = world.clock
  const arben = someone(world, 'arben')
  const gent = someone(world, 'gent')
  const wentWell = 'Shkruani shkurt dhe pa gabime, dhe e vutë re që faqes i mungon një kontakt.'
  const toWorkOn =
    'Kur dikush shqetësohet për një shumë të vogël, thuajini që ka rëndësi dhe jepini një ditë me orë. Te faqja e shitjes nisuni nga shifrat e matura: ato tregojnë ku ikin blerësit.'
  const talk = interview(gent, { invited: at(51, '09:36'), back: 47, time: '10:00', by: 'agim' })
  const work = offer(gent, at(45, '09:50'), {
    seat: 0,
    startsOn: day(lastMonday),
    pay: 820,
    answerBy: day(38),
    note: 'Na thatë se mund të filloni menjëherë, prandaj ju presim para datës së shpallur.',
  })
  return [
    applies(arben, at(50, '13:26')),
    isInvited(arben, at(49, '09:10')),
    ...handsIn(arben, at(46, '21:40'), albanian.arben),
    ...grades(arben, at(44, '19:30'), 'viktor'),
    ...grades(arben, at(43, '14:20'), 'dorina'),
    isDecided(
      arben,
      at(41, '10:15'),
      {
        kind: 'reject',
        reasonCode: 'attitude',
        reason:
          'Te të dyja përgjigjet faji është te tjetri, dhe shqetësimi i vogël mbetet i vogël. Këtë nuk e mëson dot njeriu në tre muaj.',
        attentionComment: 'Intervali te Respekti: formula te emaili, përbuzje te tregimi. I lexova të dyja.',
        wentWell,
        toWorkOn,
      },
      `Çfarë ju doli mirë\n${wentWell}\n\nÇfarë mund të përmirësoni\n${toWorkOn}`,
    ),

    applies(gent, at(58, '19:12')),
    isInvited(gent, at(57, '09:20')),
    ...handsIn(gent, at(55, '18:05'), albanian.gent),
    ...grades(gent, at(53, '20:05'), 'viktor'),
    ...grades(gent, at(52, '14:40'), 'dorina'),
    isMoved(gent, at(51, '09:35'), 'interview', 'Ende pa përvojë, prandaj bisedën e bën Agimi.'),
    talk.invited,
    talk.noted(
      at(47, '10:50'),
      'Why support? He is the support of his whole family and does not tire of it. No plan beyond that, and he says so.\nAngry customer: asked what they see on the screen before anything else.\nBroken promise: none yet to tell of, he has never worked. Would write before the hour, not after.\nFriendly question: hesitated, then asked me whether he may answer that. Good.\nFree at once, also in the mornings.',
    ),
    isMoved(gent, at(46, '09:15'), 'decision'),
    isDecided(gent, at(46, '15:30'), {
      kind: 'offer',
      reasonCode: 'attitude',
      reason:
        'Pa përvojë, por e çon çështjen deri në fund dhe pyet para se të thotë. Mund të fillojë para të tjerëve.',
    }),
    work.made,
    work.accepted(at(43, '12:20')),
    ...firstDays(gent, {
      wrong: { friends: 'no' },
      practice: {
        key: 'practice-late-payout',
        text: 'Përshëndetje, {{name}},\n\ni gjeta paratë tuaja: {{amount}} janë te ne. I nisëm më 10 nëntor, dhe më 12 banka i ktheu, sepse llogaria që mbaron me {{last4}} është mbyllur (kodi R-07).\n\nHapni faqen „Pagesat“, ndryshoni rreshtin „Numri i llogarisë“ dhe ruajeni sot para orës 14:00. Atëherë nisen {{resend}} dhe i keni deri {{arrive}}. Për kthimin nuk paguani gjë.\n\nDuhej t’ju kishim shkruar që më 12; ju kërkoj ndjesë. Nisjen e kontrolloj vetë dhe ju shkruaj {{time}}.',
        levels: { A1: 4, A3: 4, K3: 3 },
      },
    }),
  ]
}
