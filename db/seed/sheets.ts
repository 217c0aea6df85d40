import type { Dimension } from '#app/domain/dimensions.ts'
import type { Verdict, VerdictDraft } from '#app/domain/grading-draft.ts'
import type { CastKey } from './cast.ts'
import type { SampleStaff } from './staff.ts'

/** The order in which the digits of a row stand. */
export const criteria = {
  's01-sales-page': ['K4', 'K1', 'K2', 'K3', 'A4'],
  's03-first-fifty': ['A1', 'A3', 'K3'],
  's17-why-support': ['A1', 'A3', 'A4'],
  's02-the-insult': ['A1', 'A2', 'A6', 'K3'],
} as const satisfies Record<string, readonly Dimension[]>
export type GradedScenario = keyof typeof criteria

/** One grader's levels by scenario, and what they wrote beside them in their own language. */
export interface Sheet {
  levels: Partial<Record<GradedScenario, string>>
  said?: Partial<Record<GradedScenario, Partial<Record<Dimension, string>>>>
}
const sheet = (page: string, reply: string, why: string, said?: Sheet['said'], chat?: string): Sheet => ({
  levels: {
    's01-sales-page': page,
    's03-first-fifty': reply,
    's17-why-support': why,
    ...(chat && { 's02-the-insult': chat }),
  },
  said,
})

/** Viktor is about half a level stricter than the others, on everything and on everybody. */
export const sheets: Partial<Record<CastKey, Partial<Record<SampleStaff, Sheet>>>> = {
  gent: {
    viktor: sheet('33343', '344', '434', {
      's03-first-fifty': { A1: 'Верно по сути, но «сумма не играет роли» звучит как отмашка.' },
      's17-why-support': { A3: 'Через неделю получилось; откуда он это знает, не сказано.' },
    }),
    dorina: sheet('43443', '444', '444', {
      's01-sales-page': { K2: 'E lidh formularin me shifrat: sa e nisin, sa e mbarojnë.' },
      's17-why-support': { A1: 'Mendon për klientin që s’duhet ta thotë dy herë.' },
    }),
  },
  arben: {
    viktor: sheet('22232', '223', '122', {
      's03-first-fifty': { A1: 'Ровно то, чего она боялась: маленькие суммы подождут.' },
      's17-why-support': { A1: 'В рассказе виноваты все, кроме него.' },
    }),
    dorina: sheet('22233', '233', '122', {
      's01-sales-page': { K1: 'Një prodhues që s’e njeh kush nuk shet dot „vetëm me kartë“.' },
      's03-first-fifty': { A3: 'Pesë ditët s’i thotë as baza e njohurive, as të dhënat.' },
    }),
  },
  teuta: {
    viktor: sheet('54444', '544', '454', {
      's01-sales-page': { K4: 'Считает за обе стороны и знает, что проверять не надо.' },
      's17-why-support': { A1: 'Была резка и сама это говорит; на вторую попытку не решилась.' },
    }),
    dorina: sheet('55445', '555', '555', {
      's03-first-fifty': {
        A1: 'Kërkon ndjesë për fundjavën me ankth, pa e fajësuar askënd.',
        A3: 'I kujton edhe fillestarët e tjerë në të njëjtën rrugë.',
      },
      's01-sales-page': { A4: 'Numëron pakot e kthyera, gjë që s’ia kërkoi kush.' },
    }),
  },
  elira: {
    viktor: sheet('43443', '544', '444', {
      's01-sales-page': { K1: 'О валюте у двух ламп ни слова, а стран три.' },
      's03-first-fifty': { A3: 'Названы день и час, и слово остаётся за ней.' },
      's17-why-support': { A4: 'Показала и как читать, и зачем начала. До привычки недалеко.' },
    }),
    dorina: sheet('44444', '554', '555', {
      's01-sales-page': { K4: 'E ka menduar rrugën e pakos që kthehet: e paguan shitësi.' },
      's03-first-fifty': { A1: 'Domatet i përmend në fund, me ngrohtësi dhe pa lajka.' },
      's17-why-support': { A3: 'Pas një jave e kontrolloi nëse fleta ishte ende aty.' },
    }),
  },
  dritan: {
    viktor: sheet('33242', '323', '322', {
      's01-sales-page': { K2: 'Догадки верные, но измерения не открыты.' },
      's03-first-fifty': { A3: '«Напишите снова» — дело возвращается к ней.' },
    }),
  },
  marko: {
    viktor: sheet('44444', '454', '544', {
      's03-first-fifty': { A1: 'Тепло, но о том, что причина скучная, можно было не говорить.' },
      's17-why-support': { A3: 'Стрелка в фургоне и снимок в тот же вечер. Проверил бы ещё раз.' },
    }),
    dorina: sheet('54544', '555', '555', {
      's01-sales-page': { K2: 'E ndan formularin nga butoni, që ta dijë cili ndihmoi.' },
      's17-why-support': { A1: 'Tre veta pa pamje të plotë, dhe e kupton secilin.' },
    }),
    tomasz: sheet('54454', '455', '554', {
      's01-sales-page': { K4: 'Delivery, price, trust, then the form: in the order of what they cost.' },
      's03-first-fifty': { A3: 'A day, an hour, and what happens if it has not come.' },
      's17-why-support': { A4: 'Nine hours at their own filter: shown, not claimed.' },
    }),
  },
  sofia: {
    viktor: sheet('33343', '434', '433', {
      's01-sales-page': { K2: 'Цифра есть, с местом на странице она не связана.' },
      's03-first-fifty': { A3: 'Если деньги не придут, писать должна она сама.' },
    }),
    dorina: sheet('33344', '444', '443', {
      's03-first-fifty': { A1: 'E kupton se çdo orë që shikon llogarinë është e gjatë.' },
    }),
    tomasz: sheet('34344', '444', '443', {
      's01-sales-page': { K1: 'Leaves the paragraph that sends people away, and says why. Few do.' },
      's17-why-support': { A3: 'He pays alone now, and she asked him last week.' },
    }),
  },
  pavel: {
    viktor: sheet(
      '54444',
      '544',
      '454',
      {
        's01-sales-page': { K4: 'Дорога курьера в оба конца, три валюты: считает чужие деньги как свои.' },
        's17-why-support': { A1: 'К оператору справедлив. О бабушке чуть сверху.' },
        's02-the-insult': { A6: 'По делу и ровно. Что партнёр боится за аренду, осталось без ответа.' },
      },
      '4434',
    ),
    tomasz: sheet(
      '55455',
      '555',
      '555',
      {
        's01-sales-page': { A4: 'Counts the refusals at the door, which nobody asked for.' },
        's03-first-fifty': {
          A1: 'Says that it is not a trifle, and everything after it shows that he means it.',
        },
        's17-why-support': { A4: 'I could read a header after this.' },
        's02-the-insult': {
          A2: '“What has the name got to do with it” gets an answer as if it were politely asked.',
        },
      },
      '5545',
    ),
  },
  nina: {
    viktor: sheet(
      '33333',
      '234',
      '444',
      {
        's03-first-fifty': {
          A1: 'Отчитала за то, чего партнёр ещё не сделал. Ей теперь и спросить страшно.',
        },
        's17-why-support': { A1: 'Злилась, потом увидела одну девушку на два телефона.' },
        's02-the-insult': { A6: '«Недовольство задержкой» — слова из памятки, не для него.' },
      },
      '3323',
    ),
    tomasz: sheet(
      '33343',
      '434',
      '444',
      {
        's03-first-fifty': {
          A1: 'Short, but she is told all that she asked. I read the last line as a reassurance.',
        },
        's17-why-support': { A3: 'All three right the next day, and she looked.' },
      },
      '3334',
    ),
  },
}

const said = (verdict: Exclude<Verdict, 'planted'>) => ({ verdict, defect: null })

/** Where the graders do not follow what the desk suggests. */
export const judged: Partial<Record<CastKey, Record<string, Omit<VerdictDraft, 'finding'>>>> = {
  arben: { f1: said('wrong'), f2: said('wrong') },
  gent: { f2: said('partly') },
  teuta: { f6: { verdict: 'planted', defect: 'D11' } },
  marko: { f7: said('valid') },
  sofia: { f5: said('valid') },
  nina: { f4: said('wrong') },
}
