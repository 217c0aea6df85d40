import type { Locale } from '#app/domain/locale.ts'
import type { VacancyText } from '#app/domain/vacancy.ts'

type Texts = Record<Locale, VacancyText>

const evening: Texts = {
  sq: {
    title: 'Specialist mbështetjeje, turni i mbrëmjes',
    summary:
      'Në mbrëmje, kur mbyllen zyrat, klientët tanë ulen te faqet e tyre dhe gjejnë atë që nuk punon. Ju jeni njeriu i parë që i lexon: një dyqan që s’hapet, një domen i skaduar, një pagesë që vonohet. Nëntë raste nga dhjetë i zgjidhni vetë, para se t’i dëgjojë kush tjetër.',
    duties: [
      'Përgjigjeni me email dhe në chat për hostimin, domenet dhe pagesat e partnerëve. Pesëdhjetë euro që vonohen peshojnë njësoj si pesë mijë.',
      'Kur nuk e dini, e thoni, jepni një orë dhe shkruani brenda saj, edhe pa lajme. Kur e dini, e shpjegoni ashtu që klienti herën tjetër t’ia dalë vetë.',
      'Atë që linja e parë nuk e zgjidh dot ia kaloni linjës së dytë me gjithçka që i duhet, dhe klientit i thoni kush do t’i shkruajë e deri kur.',
    ],
  },
  en: {
    title: 'Support specialist, evening shift',
    summary:
      'In the evening, when the offices close, our customers sit down with their sites and find what does not work. You are the first person to read them: a shop that will not open, a domain that has lapsed, a payout that is late. Nine cases in ten you solve yourself, before anybody else hears of them.',
    duties: [
      'Answer by e-mail and chat about hosting, domains and partners’ payouts. Fifty euros that are late weigh as much as five thousand.',
      'When you do not know, say so, name an hour and write by then, even without news. When you do know, explain it so that the customer can manage alone the next time.',
      'Hand what the first line cannot solve to the second with everything that it needs, and tell the customer who will write and by when.',
    ],
  },
  ru: {
    title: 'Специалист поддержки, вечерняя смена',
    summary:
      'Вечером, когда офисы закрываются, наши клиенты садятся за свои сайты и находят то, что не работает. Первым их письмо читаете вы: не открывается магазин, истёк домен, задержалась выплата. Девять случаев из десяти вы решаете сами, и больше о них никто не узнаёт.',
    duties: [
      'Отвечать в почте и чате о хостинге, доменах и выплатах партнёрам. Пятьдесят евро, которые задержались, весят столько же, сколько пять тысяч.',
      'Не знаете — сказать об этом, назвать время и написать к нему, даже если новостей нет. Знаете — объяснить так, чтобы в следующий раз клиент справился без нас.',
      'Передавать второй линии то, что первая решить не может, сразу со всем нужным, а клиенту говорить, кто и когда ему напишет.',
    ],
  },
}

const day: Texts = {
  en: {
    title: 'Support specialist, day shift',
    summary:
      'Between nine and five the queue is long and the cases are short: a password, an invoice, a mailbox that has stopped receiving. You keep it moving and let nobody feel like a number in it. Customers write to us from eleven countries, and English is not the first language of most of them either.',
    duties: [
      'Sort what comes in: what cannot wait, what worries somebody, what will be just as well in an hour.',
      'Solve most of it with the handbook beside you, and answer so that nobody has to ask twice.',
      'Note down where customers stumble, with examples and figures. The product team reads it every Thursday.',
    ],
  },
  sq: {
    title: 'Specialist mbështetjeje, turni i ditës',
    summary:
      'Nga nëntë në pesë radha është e gjatë dhe rastet të shkurtra: një fjalëkalim, një faturë, një kuti postare që nuk merr më emaile. Ju e mbani radhën në lëvizje dhe nuk e lini askënd të ndihet numër në të. Klientët na shkruajnë nga njëmbëdhjetë vende, dhe as për shumicën e tyre anglishtja nuk është gjuhë e nënës.',
    duties: [
      'Ndani çfarë vjen: çfarë nuk pret, çfarë shqetëson dikë, çfarë është njësoj edhe pas një ore.',
      'Shumicën e zgjidhni me bazën e njohurive pranë, dhe përgjigjeni ashtu që askush të mos pyesë dy herë.',
      'Shënoni ku pengohen klientët, me shembuj dhe shifra. Ekipi i produktit i lexon çdo të enjte.',
    ],
  },
  ru: {
    title: 'Специалист поддержки, дневная смена',
    summary:
      'С девяти до пяти очередь длинная, а случаи короткие: пароль, счёт, почтовый ящик, который перестал принимать письма. Вы не даёте очереди стоять и никому не даёте почувствовать себя номером в ней. Клиенты пишут из одиннадцати стран, и для большинства из них английский тоже не родной.',
    duties: [
      'Разбирать входящие: что не ждёт, что кого-то тревожит, что через час будет ничем не хуже.',
      'Большую часть решать с базой знаний под рукой и отвечать так, чтобы переспрашивать не пришлось.',
      'Записывать, где клиенты спотыкаются, с примерами и числами. Команда продукта читает это каждый четверг.',
    ],
  },
}

const night: Texts = {
  ru: {
    title: 'Специалист поддержки, ночи и выходные',
    summary:
      'Ночью и по выходным пишут редко, но до понедельника не может ждать никто: магазин не принимает оплату, у школы пропала почта. Смена спокойная, работаете в основном самостоятельно, вторая линия на связи. У наших партнёров в Казахстане в это время уже утренний чай.',
    duties: [
      'Следить за очередью и страницей состояния и отличать общий сбой от единичного.',
      'Отвечать в условленный срок, даже если ответ пока один: вы этим занимаетесь, и вот когда напишете снова.',
      'Оставлять утренней смене записку, по которой можно продолжить без расспросов.',
    ],
  },
  en: {
    title: 'Support specialist, nights and weekends',
    summary:
      'At night and at weekends few people write, and none of them can wait for Monday: a shop takes no payments, a school has lost its mail. The shift is calm, you work mostly on your own, and the second line is on call. Our partners in Kazakhstan are already having their morning tea.',
    duties: [
      'Watch the queue and the status page, and tell an outage from a single failure.',
      'Answer within the time agreed, even when the answer is only that you are on it and when you will write again.',
      'Leave the morning shift a note from which it can go on without asking.',
    ],
  },
  sq: {
    title: 'Specialist mbështetjeje, netët dhe fundjavat',
    summary:
      'Natën dhe në fundjavë shkruajnë pak veta, por asnjëri nuk pret dot deri të hënën: një dyqan që nuk merr pagesa, një shkollë pa postë. Turni është i qetë, punoni kryesisht vetë, linja e dytë është në gatishmëri. Partnerët tanë në Kazakistan në atë orë pinë çajin e mëngjesit.',
    duties: [
      'Ndiqni radhën dhe faqen e gjendjes dhe dalloni një ndërprerje nga një defekt i vetëm.',
      'Përgjigjeni brenda afatit, edhe kur përgjigjja është vetëm se po merreni me të dhe kur shkruani prapë.',
      'I lini turnit të mëngjesit një shënim me të cilin mund të vazhdojë pa pyetur.',
    ],
  },
}

/** Closed after a week: a colleague took it. */
const leave: Partial<Texts> = {
  sq: {
    title: 'Specialist mbështetjeje, zëvendësim për gjashtë muaj',
    summary:
      'Një kolege shkon me leje lindjeje dhe kthehet pas gjashtë muajsh. Deri atëherë radhën e mëngjesit e mbani ju: pak chat, shumë email, klientë që na njohin prej vitesh.',
    duties: [
      'Përgjigjeni me email për faturat, domenet dhe kutitë postare.',
      'Mbani shënim çfarë keni premtuar, që kolegia ta gjejë kur të kthehet.',
    ],
  },
  en: {
    title: 'Support specialist, cover for six months',
    summary:
      'A colleague goes on parental leave and comes back after six months. Until then the morning queue is yours: little chat, much e-mail, customers who have known us for years.',
    duties: [
      'Answer by e-mail about invoices, domains and mailboxes.',
      'Keep a note of what you have promised, so that she finds it when she is back.',
    ],
  },
}

/** A draft: nobody has thought about the duties yet. */
const phone: Partial<VacancyText> = {
  title: 'Specialist mbështetjeje, linja telefonike',
  summary:
    'Disa klientë nuk shkruajnë, telefonojnë. Po hapim një linjë për ta dhe kërkojmë zërin e parë që do të dëgjojnë.',
}

export const texts = { evening, day, night, leave, phone }
