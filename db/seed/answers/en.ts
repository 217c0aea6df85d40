import type { Written } from '../written.ts'

/** What the English-speaking candidates of the sample team wrote. `{{…}}` is filled from each attempt's draw. */
export const english: Record<'marko' | 'sofia' | 'jonah', Written> = {
  marko: {
    review: [
      [
        'p15',
        'Delivery of {{delivery}} stands in grey below the button.',
        'Nobody sees it before the courier asks for it; the parcel goes back and somebody pays twice.',
        'Put “{{price}} plus {{delivery}} delivery” beside the first price.',
      ],
      [
        'p04',
        'The lamp costs {{price}} at the top and {{total}} in the order total.',
        'At the last step it looks like a trick, and those who wanted it leave.',
        'One price, taken from one place. I would keep {{price}}.',
      ],
      [
        'p02',
        'The countdown starts again for everyone and the price is the same next day.',
        'Once caught, it makes the guarantee look false too.',
        'Take it out, or name a date that is true.',
      ],
      [
        'p03',
        'The only button is at the foot of the page.',
        '{{saw}} of {{visits}} visitors get that far.',
        'A button beside the first price and one after the reviews.',
      ],
      [
        'p14',
        'The form asks for a date of birth and two phone numbers.',
        'Of {{began}} who begin, {{ordered}} finish.',
        'Name, phone, address, quantity. Nothing else is needed to send a lamp.',
      ],
      [
        'p16',
        'There is no way to ask anybody anything.',
        'I would not pay a stranger at the door without a number to call.',
        'A phone and an e-mail with hours, beside the form as well.',
      ],
      [
        'p11',
        'Two lamps save {{saving}} and the page does not say so.',
        'A reason to buy two is hidden in the arithmetic.',
        'Say it in one line.',
      ],
    ],
    test: 'The first three are honesty, I would simply do them. The form is the test: half of the visitors get four fields for two weeks, and I look at finished out of begun, {{finishedRound}}% today. The button waits until that is over, otherwise I would not know which of the two it was.',
    reply:
      'Hello {{name}},\n\nthank you for asking us first. You filled in everything correctly, and {{amount}} is above the minimum, so it went out on the same day as everybody else’s: 10 November, 9:05.\n\nThe reason it is not there yet is dull. The banks on its way were closed on {{closed}}, and every closed day moves it by one. It should reach you by {{expectedDay}}, {{expected}}. Look for the sender “Lumo Partner Accounts” and the reference LP {{partner}} 2510.\n\nI will check on {{expectedDay}} myself and write to you before six in the evening. If it has not come, the search at the bank starts the next morning and costs you nothing.\n\nFirst money from tomatoes: your mother was right to hear about it.\n\nRobin, Lumo Hosting',
    why: {
      customer:
        'My internet provider, in August. Three people in a row asked me to restart the router, and the fourth said she could see two outages in my street that week. The first three had the same screen. I think nobody had ever shown them where to look. I would have asked one question first: does it fail at the same hour? It did, and that would have saved us all a day.',
      fifth:
        'A driver at my last job could not find the button for a return. The fifth time I asked him to show me what he did, and kept quiet. He was on another screen, the one the office uses. I printed his screen, drew an arrow and hung it in the van. He sent me a photo of the first return that evening.',
      learned:
        'How mail gets lost. I learned to read the “Received” lines from the bottom up, because a supplier swore he had answered. He had: it waited nine hours at our own filter. I keep a note with three such headers now and look one up every Friday.',
    },
  },
  sofia: {
    review: [
      ['p02', 'The timer restarts.', 'People notice and stop believing the rest.', 'Remove it.'],
      ['p14', 'Too many fields.', 'Six out of seven give up.', 'Keep four.'],
      [
        'p03',
        'The headline talks about LEDs.',
        'I do not buy a platform, I buy a quiet morning.',
        '“Wake to light, not to noise.”',
      ],
      [
        'p04',
        '{{price}} here, {{total}} below.',
        'It feels like being cheated.',
        'The same figure everywhere.',
      ],
      [
        'p07',
        'It sends people away.',
        'Some would have bought.',
        'I thought of deleting it and then left it: it is the only paragraph I believed at once.',
      ],
    ],
    test: 'A short form for half of the visitors, two weeks, and the share who finish.',
    reply:
      'Dear {{name}},\n\nI can see why you look every hour. Your {{amount}} left us on 10 November and nothing on your side is wrong. The banks on its way had closed days ({{closed}}), so it will be with you by {{expectedDay}}, {{expected}}.\n\nThe reference is LP {{partner}} 2510. If it is not there on {{expectedDay}} evening, write to me and I will have the bank look for it.\n\nRobin, Lumo Hosting',
    why: {
      customer:
        'A pharmacy refused my prescription because of a missing stamp. The woman at the desk could not change the rule, and she said so, and then she rang the doctor herself. From her side I was the tenth that morning. I would have done the same, only faster.',
      fifth:
        'I taught my father to pay bills by phone. The fifth time he did it, I watched. He was afraid of the confirm button because it cannot be undone. We sent one euro to my sister to try. Since then he pays them alone, he told me so last week.',
      learned:
        'I took a short course in spreadsheets and learned to use filters. I made a list of our household costs with it.',
    },
  },
  jonah: {
    review: [
      [
        'p03',
        'The picture is {{picture}} MB.',
        'On a phone the headline comes after eight seconds, and most come by phone.',
        'Make it small, show the words first.',
      ],
      ['p05', 'The link does not open.', 'It is the proof that the lamp works.', 'Repair it.'],
      [
        'p08',
        'The table runs off the side on a phone.',
        'Two in three visitors do not see the comparison.',
        'Stack it.',
      ],
      [
        'p15',
        'Delivery and the return fee are in grey.',
        '“It costs you nothing” is then not true.',
        'Say both where the promise is made.',
      ],
    ],
    test: 'I would mend the phone first and compare orders from phones before and after, with the same weekdays.',
    reply:
      'Hello {{name}}, your payout was sent on 10 November. Because of bank holidays ({{closed}}) it will arrive by {{expected}}. Your details are correct. The reference is LP {{partner}} 2510. Please wait until then. Robin, Lumo Hosting',
    why: {
      customer:
        'I called my bank about a card. They were polite and it took twenty minutes. On their side there was probably a long list of questions to go through. I would have told me how long it takes.',
      fifth:
        'At the library I showed people how to print. I made a sheet with pictures after the fifth person, and the questions got fewer.',
      learned:
        'I learned to bake bread with sourdough. It needs patience: the dough decides when it is ready.',
    },
  },
}
