import type { Written } from '../written.ts'

/** What the Albanian-speaking candidates of the sample team wrote. */
export const albanian: Record<'elira' | 'teuta' | 'gent' | 'dritan' | 'arben', Written> = {
  elira: {
    review: [
      [
        'p04',
        'Lart {{price}}, te porosia {{total}}.',
        'Kush e vë re, mendon se po e gënjejmë dhe ikën në hapin e fundit.',
        'Një çmim, kudo i njëjti.',
      ],
      [
        'p15',
        'Dërgesa, {{delivery}}, del vetëm me gri poshtë butonit.',
        'Njeriu e mëson te dera dhe nuk e merr pakon; rrugën e paguajmë ne.',
        'Ta shkruajmë pranë çmimit të parë.',
      ],
      [
        'p02',
        'Numërimi nis përsëri për këdo dhe çmimi mbetet.',
        'Kapet lehtë, dhe pastaj nuk besohet as garancia.',
        'Ta heqim ose të vëmë një datë të vërtetë.',
      ],
      [
        'p16',
        'S’ka as telefon, as email.',
        'Nga një shitës që s’e njoh, pa një numër nuk blej.',
        'Një kontakt me orar, edhe pranë formularit.',
      ],
      [
        'p14',
        'Formularin e fillojnë {{began}}, e mbarojnë {{ordered}}.',
        'Datëlindja dhe emri i babait s’duhen për të dërguar një llambë.',
        'Emri, telefoni, adresa, sasia.',
      ],
    ],
    test: 'Të parat tri i bëj pa provë, janë çështje ndershmërie. Pastaj formulari i shkurtër për gjysmën e vizitorëve, dy javë, dhe shoh sa e mbarojnë: sot {{finishedRound}}%.',
    reply:
      'Përshëndetje, {{name}},\n\nkeni plotësuar gjithçka siç duhet, dhe {{amount}} nuk janë pak: janë mbi minimumin dhe u nisën bashkë me të gjitha të tjerat, më 10 nëntor në orën 9:05.\n\nBankat në rrugë ishin të mbyllura {{closed}}, dhe çdo ditë e tillë e shtyn mbërritjen me një. Paratë duhet t’i keni deri më {{expected}}. I njihni nga dërguesi „Lumo Partner Accounts“ dhe nga përshkrimi LP {{partner}} 2510.\n\nAtë ditë e kontrolloj vetë dhe ju shkruaj para orës 18:00, sido që të jetë. Nëse nuk kanë ardhur, të nesërmen banka nis t’i kërkojë; kjo nuk ju kushton asgjë.\n\nTë parat para nga domatet e ballkonit: mirë bëtë që ia thatë nënës.\n\nDori, Lumo Hosting',
    why: {
      customer:
        'Në mars më humbi një paketë. Djali në telefon më lexoi të njëjtën fjali tri herë. Pastaj kuptova që në ekran i dilte vetëm „në rrugë“, si mua. Unë do t’i kisha thënë menjëherë: as unë s’e shoh, po pyes depon dhe ju marr deri në pesë. Atëherë do ta kisha pritur qetë.',
      fifth:
        'Kolegia ime harronte si bëhet kthimi i mallit. Herën e pestë i thashë: bëje ti, unë shikoj. Shtypte butonin e duhur, por para se të mbaronte ngarkimi. Shkruam një fletë me një fjali: „prit yllin“. Që atëherë e bëri vetë; pas një jave e pyeta, fleta ishte ende aty.',
      learned:
        'Mësova të lexoj nga poshtë lart rreshtat „Received“ të një emaili: nga dy orë aty duket ku ka pritur letra. Nisa sepse një furnitor betohej që kishte përgjigjur. Tani çdo të premte marr një email dhe e lexoj kështu.',
    },
  },
  teuta: {
    review: [
      [
        'p02',
        'Numërimi është i rremë: te m4 nis çdo herë nga 15:00.',
        'Po u kap një herë, bie besimi te komentet dhe te garancia.',
        'Ta heqim fare.',
      ],
      [
        'p15',
        'Dërgesa dhe tarifa e kthimit janë me gri, poshtë butonit.',
        '„Nuk ju kushton asgjë“ del gënjeshtër.',
        'Të thuhen aty ku jepet premtimi.',
      ],
      [
        'p04',
        'Dy çmime për një llambë: {{price}} dhe {{total}}.',
        'Në hapin e fundit duket si kurth.',
        'Një shifër nga një burim.',
      ],
      [
        'p11',
        'Te dy llambat mungon monedha.',
        'Dërgojmë në tri vende; dikush do ta lexojë me lekë të vjetra.',
        'Monedha te çdo shifër.',
      ],
      [
        'p03',
        'Butoni është vetëm në fund.',
        'Arrijnë deri aty {{saw}} nga {{visits}}.',
        'Një pranë çmimit, një pas komenteve.',
      ],
      [
        'p03',
        'Fotoja peshon {{picture}} MB.',
        'Në telefon titulli vonon tetë sekonda.',
        'Ta zvogëlojmë dhe teksti të dalë i pari.',
      ],
    ],
    test: 'Ndershmërinë nuk e provoj, e bëj. Formularin e provoj: gjysma e shkurtër, gjysma siç është, dy javë, pjesa që e mbaron. Njëkohësisht numëroj pakot që kthehen nga dera, që të shoh nëse rreshti i dërgesës i ul.',
    reply:
      'Përshëndetje, {{name}},\n\ne kuptoj pse e shihni çdo orë: janë të parat para që ka sjellë faqja juaj. Nuk keni gabuar asgjë, dhe {{amount}} nuk janë pak. U nisën më 10 nëntor në orën 9:05, në një ditë me të gjitha pagesat e tjera.\n\nVonesa vjen nga bankat: {{closed}} ishin mbyllur, ndaj paratë duhet t’i keni deri më {{expected}}. Shikoni për dërguesin „Lumo Partner Accounts“, përshkrimi LP {{partner}} 2510. Këto ditë janë te faqja „Pagesat“, por askush nuk ju tha të shikonit aty; për fundjavën me ankth ju kërkoj ndjesë.\n\nAtë ditë e kontrolloj unë dhe ju shkruaj para orës 18:00, kanë ardhur a jo. Nëse jo, të nesërmen në mëngjes banka i kërkon, pa asnjë pagesë nga ju. I thashë edhe përgjegjësit të turnit t’u shkruajë fillestarëve të tjerë në të njëjtën rrugë.\n\nDori, Lumo Hosting',
    why: {
      customer:
        'Banka më bllokoi kartën në udhëtim. Zonja në telefon nuk më dëgjoi deri në fund, sepse në ekran i kishte dalë „dyshim për mashtrim“ dhe duhej të lexonte pyetjet me radhë. Isha e ashpër me të. Në vendin e saj do të thosha: ju besoj që jeni ju, por më duhet ta provoj për tre minuta, pastaj karta punon. Tre minutat i duron kushdo.',
      fifth:
        'Nënës së shoqes i shpjegova pesë herë si hapet një dokument. Herën e pestë e lashë vetë dhe pashë që frikësohej nga dritarja „A jeni i sigurt?“. Ia shkrova me fjalët e saj: „kjo pyet, nuk kërcënon“. Të nesërmen e pyeta në telefon; e kishte hapur dhe ia kishte mësuar edhe të shoqit.',
      learned:
        'Çdo javë lexoj njoftimet e një produkti që e përdor dhe shkruaj tri rreshta: çfarë ndryshon dhe për kë. Nisa në gusht, kur një kliente më pyeti diçka që kishte ndryshuar para një muaji. Kështu mësova ç’është SPF: listë e serverëve që kanë leje të dërgojnë emaile në emrin tuaj.',
    },
  },
  gent: {
    review: [
      [
        'p14',
        'Formulari ka katërmbëdhjetë fusha.',
        'E mbarojnë {{ordered}} nga {{began}}.',
        'Katër fusha mjaftojnë.',
      ],
      [
        'p04',
        'Çmimi lart dhe poshtë nuk është i njëjtë.',
        'Humbet besimi pikërisht te pagesa.',
        'Të jetë {{price}} kudo.',
      ],
      ['p15', 'Dërgesa fshihet me gri.', 'Pakot kthehen nga dera.', 'Të shkruhet pranë çmimit.'],
      ['p16', 'Mungon kontakti.', 'Blerësi i kujdesshëm ndalet.', 'Telefon dhe email me orar.'],
      ['p05', 'Lidhja nuk hapet.', 'Drita është prova e vetme.', 'Ta rregullojmë.'],
    ],
    test: 'Provoj formularin e shkurtër me gjysmën e vizitorëve për dy javë dhe shoh sa e mbarojnë.',
    reply:
      'Përshëndetje, {{name}},\n\npagesa juaj {{amount}} u nis më 10 nëntor dhe të dhënat i keni të sakta. Për shkak të ditëve të mbyllura të bankave ({{closed}}) mbërrin deri më {{expected}}. Kërkojeni me përshkrimin LP {{partner}} 2510.\n\nAtë ditë do ta kontrolloj dhe ju shkruaj para orës 18:00. Shuma e vogël nuk luan rol: të gjitha nisen njëlloj.\n\nDori, Lumo Hosting',
    why: {
      customer:
        'Te operatori i telefonit prita dyzet minuta. Vajza ishte e sjellshme, por nuk dinte pse isha aty; duhej ta tregoja përsëri. Unë do të lija një shënim për kolegen, që klienti të mos e thotë dy herë.',
      fifth:
        'Vëllait i shpjegova si kthehet një fjalëkalim. Herën e pestë e bëmë bashkë hap pas hapi dhe ai i shkroi vetë hapat. Javën tjetër e bëri pa mua.',
      learned:
        'Mësova si funksionon DNS-ja: emri i faqes është si një numër telefoni në një libër, dhe libri përditësohet me vonesë. Nisa sepse faqja e tezes nuk hapej pas ndërrimit të serverit.',
    },
  },
  dritan: {
    review: [
      ['p03', 'Titulli flet për LED.', 'Nuk thotë ç’fitoj unë.', '„Zgjohuni me dritë, jo me zhurmë.“'],
      ['p02', 'Numërimi rinis.', 'Nuk besohet më.', 'Hiqeni.'],
      [
        'p08',
        'Tabela del jashtë ekranit në telefon.',
        'Krahasimi nuk lexohet.',
        'Ta vëmë njërën nën tjetrën.',
      ],
    ],
    test: 'Do të shihja sa porosi vijnë para dhe pas ndryshimit.',
    reply:
      'Përshëndetje, {{name}}. Pagesa është nisur më 10 nëntor. Bankat kanë pasur pushim ({{closed}}), prandaj vjen deri më {{expected}}. Ju lutem prisni. Nëse nuk vjen, na shkruani përsëri. Dori, Lumo Hosting',
    why: {
      customer:
        'Në një dyqan më thanë se garancia nuk vlen. Shitësi lexonte rregullin. Unë do ta kisha lexuar bashkë me klientin.',
      fifth: 'Në punë shpjegoja shpesh si plotësohet një formular. Në fund e ngjita në mur.',
      learned: 'Kam ndjekur një kurs anglishteje në internet.',
    },
  },
  arben: {
    review: [
      ['p13', 'Pagesa te dera është e vjetër.', 'Njerëzit nuk e marrin pakon.', 'Vetëm me kartë.'],
      ['p03', 'Fotoja duhet më e madhe.', 'Të bjerë në sy.', 'Ngjyra më të gjalla.'],
      ['p16', 'S’ka telefon.', 'Si të marr njeriu?', 'Të vihet një numër.'],
    ],
    test: 'Po u shitën më shumë, doli mirë.',
    reply:
      'Përshëndetje. Pagesa është në proces. Ju lutemi prisni deri në 5 ditë pune. Shumat e vogla kërkojnë kohë. Faleminderit për mirëkuptimin. Dori, Lumo Hosting',
    why: {
      customer: 'Mbështetja gjithmonë vonon dhe lexon nga letra. Unë do t’i zgjidhja gjërat më shpejt.',
      fifth: 'Disa njerëz nuk kuptojnë. Ua shpjegoj derisa ta kuptojnë.',
      learned: 'Shikoj video për teknologjinë çdo ditë.',
    },
  },
}
