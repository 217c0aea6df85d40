import type { ApplicationFields } from '#app/domain/application.ts'
import type { CastKey } from './cast.ts'

/** Why support, in their own words; the languages they speak; the hours they can cover. */
type Applicant = Pick<ApplicationFields, 'why' | 'languages' | 'windows'>

const speaks = (given: string): Applicant['languages'] =>
  given.split(', ').map((one) => {
    const [language = '', level = ''] = one.split(' ')
    return { language, level: level as Applicant['languages'][number]['level'] }
  })
const free = (days: string, from: string, to: string): Applicant['windows'][number] => ({
  days: [...days],
  from,
  to,
})
const evenings = [free('12567', '16:00', '00:00')]
const weekdays = [free('12345', '08:00', '17:00')]
const nights = [free('4567', '00:00', '08:00')]

export const applicants: Record<CastKey, Applicant> = {
  lule: {
    why: 'Kam punuar tre vjet në një sportel poste në Shkodër. Njerëzit vinin të zemëruar për një pako dhe shpesh iknin duke qeshur; atë çast e dua më shumë se çdo gjë tjetër në punë. Dua ta bëj me shkrim dhe nga shtëpia.',
    languages: speaks('sq native, en B2, it C1'),
    windows: [...evenings, free('34', '18:00', '23:00')],
  },
  besnik: {
    why: 'Im vëlla mban një dyqan online dhe u shkruan shpesh mbështetjeve. E kam parë si i ndryshon dita kur i përgjigjet dikush që e ka lexuar deri në fund. Dua të jem ai dikush. Jam njeri i qetë, edhe kur më bërtasin.',
    languages: speaks('sq native, en B1'),
    windows: evenings,
  },
  ana: {
    why: 'Kam dhënë mësim pesë vjet në fillore. Ta shpjegosh të njëjtën gjë për të dhjetën herë sikur të ishte e para është zanat, dhe mbrëmjet i kam të lira.',
    languages: speaks('sq native, en C1'),
    windows: [free('1257', '16:00', '00:00')],
  },
  dritan: {
    why: 'Më pëlqen të gjej pse diçka nuk punon. Në mbështetje s’kam qenë, por në dyqanin e telefonave klientët më kërkonin me emër.',
    languages: speaks('sq native, en B2'),
    windows: evenings,
  },
  elira: {
    why: 'Në recepsionin e një klinike mësova se njerëzit durojnë shumë, mjafton ta dinë sa do të presin. Këtë dua të bëj: ta lexoj deri në fund, të them kur dhe ta mbaj fjalën.',
    languages: speaks('sq native, en C1, ru A2'),
    windows: evenings,
  },
  teuta: {
    why: 'Për katër vjet kam mbajtur faqen e një shoqate dhe u kam shkruar të gjitha mbështetjeve që ekzistojnë. E di si është një përgjigje që ta kthen ditën. Dua të shkruaj të tilla.',
    languages: speaks('sq native, en C1, it B1'),
    windows: [...evenings, free('3', '16:00', '20:00')],
  },
  arben: {
    why: 'Dua të kaloj në teknologji dhe mbështetja është hapi i parë. Mësoj shpejt dhe i zgjidh gjërat shpejt.',
    languages: speaks('sq native, en B2'),
    windows: evenings,
  },
  gent: {
    why: 'Sapo mbarova studimet për informatikë. Më shumë se kodi më ka tërhequr njeriu që nuk e di ku të shtypë; në shtëpi jam mbështetja e gjithë fisit dhe nuk më lodh.',
    languages: speaks('sq native, en B2'),
    windows: [...evenings, free('12345', '09:00', '13:00')],
  },
  marko: {
    why: 'For two years I sat in the dispatch of a courier firm, and the angry calls were put through to me. I liked them better than the quiet ones: at the end somebody had what they wanted. I would like to do that in writing, where one can think for a minute first.',
    languages: speaks('en C1, sr native, sq A2'),
    windows: weekdays,
  },
  sofia: {
    why: 'At the front desk of a hotel I liked one moment best: when a person stops apologising for not understanding. I moved to Tirana last year, my Albanian is young, and my English is what I have worked in all my life.',
    languages: speaks('en C1, sv native, sq B1'),
    windows: [free('1234', '08:00', '17:00')],
  },
  jonah: {
    why: 'I am patient and I like machines that misbehave. At the library I was the one who knew the printer; people came back with their neighbours. I would like to be of use to more of them.',
    languages: speaks('en native, sq A2'),
    windows: weekdays,
  },
  priya: {
    why: 'I studied in a language that is not my own and know what it is to read a help page three times. I would write the fourth version.',
    languages: speaks('en C2, sq A2'),
    windows: [free('12345', '09:00', '17:00')],
  },
  pavel: {
    why: 'Однажды ночью мне помог человек из поддержки: не извинялся, а спросил, что я вижу на экране. С тех пор хочу работать так же. Живу в Алматы, ваша ночь для меня уже утро.',
    languages: speaks('ru native, kk B2, en B2'),
    windows: nights,
  },
  nina: {
    why: 'Пять лет отвечала в справочной вокзала и умею говорить с теми, кто ждёт. Хочу делать это письменно и ночью, когда дома тихо.',
    languages: speaks('ru native, en B1'),
    windows: nights,
  },
  kirill: {
    why: 'Чиню друзьям почту и сайты с восьмого класса. Нравится даже не чинить, а видеть, что человек понял и больше не боится. Ищу место, где это и есть работа.',
    languages: speaks('ru native, en B2'),
    windows: [free('567', '00:00', '08:00')],
  },
}
