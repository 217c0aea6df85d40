import { albanian } from '../answers/sq.ts'
import { applies, handsIn, isInvited, isMoved, isNoted, isToldNews } from '../candidate.ts'
import { asksToGrade, grades } from '../grading.ts'
import { interview, isDecided, offer } from '../hire.ts'
import { firstDays } from '../newcomer.ts'
import { isAskedForReferees, referee } from '../referees.ts'
import { type Beat, someone, type World } from '../world.ts'

/** The evening shift, in Albanian: three seats, of which one is filled and one offered. */
export function eveningStory(world: World): Beat[] {
  const { at } = world.clock
  const begun: Beat[] = [
    asksToGrade(world, at(59, '11:05'), 'evening', 'viktor'),
    asksToGrade(world, at(59, '11:06'), 'evening', 'dorina'),
  ]
  const [lule, besnik, ana, dritan] = [
    someone(world, 'lule'),
    someone(world, 'besnik'),
    someone(world, 'ana'),
    someone(world, 'dritan'),
  ]
  const lately: Beat[] = [
    applies(lule, world.clock.earlierToday),

    applies(besnik, at(16, '23:12')),
    isMoved(besnik, at(12, '09:40'), 'screening'),
    isNoted(besnik, at(12, '09:44'), 'Ta pyesim në anglisht para se ta ftojmë: B1 është pak për chat-in.'),

    applies(ana, at(7, '21:05')),
    isMoved(ana, at(5, '10:20'), 'screening'),
    isInvited(ana, at(2, '09:15')),

    applies(dritan, at(12, '17:48')),
    isInvited(dritan, at(10, '09:30')),
    ...handsIn(dritan, at(4, '19:25'), albanian.dritan),
    ...grades(dritan, at(2, '20:10'), 'viktor'),
  ]
  return [...begun, ...lately, ...elirasStory(world), ...teutasStory(world), ...earlierStory(world)]
}

/** At the decision: two of three references are in, the interview is held. */
function elirasStory(world: World): Beat[] {
  const { at } = world.clock
  const elira = someone(world, 'elira')
  const ilir = referee(elira, {
    name: 'Ilir Basha',
    relation: 'manager',
    company: 'Klinika Drini',
    host: 'drini',
    named: at(16, '19:02'),
  })
  const besa = referee(elira, {
    name: 'Besa Dema',
    relation: 'peer',
    company: 'Klinika Drini',
    host: 'drini',
    named: at(16, '19:06'),
  })
  const agron = referee(elira, {
    name: 'Agron Hila',
    relation: 'customer',
    company: 'Optika Hila',
    host: 'hila',
    named: at(8, '20:31'),
  })
  const talk = interview(elira, { invited: at(10, '10:06'), back: 6, time: '11:00', by: 'mirela' })
  return [
    applies(elira, at(27, '20:41')),
    isInvited(elira, at(26, '09:10')),
    ...handsIn(elira, at(23, '18:30'), albanian.elira),
    ...grades(elira, at(21, '19:40'), 'viktor'),
    ...grades(elira, at(20, '14:15'), 'dorina'),
    isMoved(elira, at(17, '09:30'), 'references'),
    isAskedForReferees(elira, at(17, '09:31')),
    ilir.asked,
    besa.asked,
    ...ilir.answers(at(15, '08:20'), {
      role: 'Drejtor i klinikës',
      months: 30,
      ratings: [7, 6, 7, 5, 5, 5],
      most: 'steady-under-pressure',
      least: 'thinks-ahead',
      again: 'gladly',
      text: 'Pacientët e kërkonin me emër. Kur diçka nuk shkonte, e mësoja prej saj para se ta dëgjoja nga të tjerët.',
    }),
    ilir.verified(at(14, '10:12')),
    ...besa.answers(at(13, '21:44'), {
      role: 'Infermiere në të njëjtin turn',
      months: 22,
      ratings: [7, 6, 6, 6, null, 5],
      most: 'explains-patiently',
      least: 'thinks-ahead',
      again: 'gladly',
      text: 'Dy vjet në të njëjtin banak. Nuk e kam parë t’i kthejë zërin askujt, as kur do ta kisha bërë unë.',
    }),
    isMoved(elira, at(10, '10:05'), 'interview'),
    talk.invited,
    agron.asked,
    agron.opens(at(5, '13:05')),
    talk.noted(
      at(6, '11:58'),
      'Pse mbështetja: tregoi recepsionin. Njerëzit durojnë, mjafton ta dinë sa. Pa fjalë të mëdha.\nKlienti i zemëruar: e la të mbaronte, e tha me fjalët e veta, pyeti vetëm një gjë.\nPremtimi i thyer: një ditë e kishte harruar një rezultat; e mori vetë pacientin në telefon para se ta vinte re ai.\nPyetja miqësore për partnerët: tha qetë se këtë nuk e tregon, dhe çfarë mund të tregojë.\nPërgjigjen e vet për pagesën e shkurtoi me gojë në tri fjali, pa e humbur orën.',
    ),
    isMoved(elira, at(5, '09:20'), 'decision'),
    isNoted(elira, at(5, '09:24'), 'Pyeti nëse e diela mund të ndërrohet me të mërkurën. Agimi thotë po.'),
  ]
}

/** At the offer: it was made two days ago and is open. */
function teutasStory(world: World): Beat[] {
  const { at, day } = world.clock
  const teuta = someone(world, 'teuta')
  const people = [
    {
      who: { name: 'Vjollca Kraja', relation: 'manager', company: 'Shoqata Era', host: 'era' },
      said: {
        role: 'Kryetare e shoqatës',
        months: 48,
        ratings: [7, 7, 7, 6, 6, 6],
        text: 'Kur faqja binte, anëtarët morën prej saj një email para se ta vinin re. I lexonin deri në fund.',
      },
    },
    {
      who: { name: 'Luan Prenga', relation: 'peer', company: 'Shoqata Era', host: 'era' },
      said: {
        role: 'Vullnetar',
        months: 26,
        ratings: [6, 7, 7, 7, null, 6],
        text: 'Shpjegon pa ta bërë veten të vogël. Nuk di të thotë jo, kjo e lodh.',
      },
    },
    {
      who: { name: 'Sara Muja', relation: 'customer', company: 'Librari Muja', host: 'muja' },
      said: { role: '', months: 14, ratings: [7, 6, 7, 6, 5, null], text: '' },
    },
  ] as const
  const referees = people.map(({ who, said }, index) => {
    const one = referee(teuta, { ...who, named: at(25, `20:1${index}`) })
    const answered = one.answers(at(23 - index, '19:30'), {
      ...said,
      most: 'thinks-ahead',
      least: 'steady-under-pressure',
      again: 'gladly',
    })
    return [one.asked, ...answered, ...(index === 0 ? [one.verified(at(20, '09:50'))] : [])]
  })
  const talk = interview(teuta, { invited: at(19, '09:31'), back: 13, time: '10:00', by: 'mirela' })
  return [
    applies(teuta, at(33, '22:17')),
    isInvited(teuta, at(32, '09:05')),
    ...handsIn(teuta, at(29, '20:00'), albanian.teuta),
    ...grades(teuta, at(27, '19:20'), 'viktor'),
    ...grades(teuta, at(26, '15:30'), 'dorina'),
    isMoved(teuta, at(26, '17:10'), 'references'),
    isAskedForReferees(teuta, at(26, '17:11')),
    ...referees.flat(),
    isMoved(teuta, at(19, '09:30'), 'interview'),
    talk.invited,
    talk.noted(
      at(13, '10:55'),
      'Pse mbështetja: katër vjet nga ana tjetër e saj. I mban mend përgjigjet e mira fjalë për fjalë.\nKlienti i zemëruar: shkroi së pari çfarë ka parë, pastaj çfarë bën. Tri rreshta.\nPremtimi i thyer: e di si shkruhet kur nuk ka lajme.\nPyetja miqësore: „Këtë nuk e them. Çfarë po mendoni të bëni me të?“\nDo të vijë edhe të mërkurave nëse duhet; t’i ruajmë pushimin.',
    ),
    isMoved(teuta, at(12, '09:20'), 'decision'),
    isToldNews(teuta, at(6, '09:45')),
    isDecided(teuta, at(3, '16:05'), {
      kind: 'offer',
      reasonCode: 'work-shown',
      reason:
        'Përgjigjet më të plota nga të gjitha: çdo premtim ka ditë dhe orë, dhe i kujton edhe ata që nuk pyetën. Të tria referencat thonë të njëjtën gjë.',
    }),
    offer(teuta, at(2, '10:30'), {
      seat: 1,
      pay: 900,
      answerBy: day(-5),
      note: 'Tri turnet e para i bëni bashkë me Agimin. Nëse dita e fillimit nuk ju përshtatet, na shkruani para se të përgjigjeni.',
    }).made,
  ]
}

/** Arben was rejected with a written account; Gent is in his second week. */
function earlierStory(world: World): Beat[] {
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
