/** What one person wrote, by scenario. */
export const elirasAnswers: Record<string, unknown> = {
  's01-sales-page': {
    findings: [
      {
        id: 'f1',
        part: 'p04',
        wrong: 'The price is 79 at the top and 84 in the order total.',
        why: 'Whoever notices it feels cheated.',
        fix: 'One price, from one source.',
      },
      {
        id: 'f2',
        part: 'p02',
        wrong: 'The countdown begins again for everyone.',
        why: 'Caught once, nobody believes the guarantee.',
        fix: 'Take it out.',
      },
      { id: 'f3', part: 'p07', wrong: 'It sends buyers away.', why: 'Fewer sales.', fix: 'Delete it.' },
    ],
    test: 'I would first repair 1 and 2, then show a short form to half of the visitors for two weeks.',
  },
  's03-first-fifty': {
    text: 'Good morning. You filled in everything correctly, and your first payout is not small to us. It left on 10 November. I will check on the 18th and write to you before six, whatever I find.\nElira Gashi',
  },
  's17-why-support': {
    answers: {
      customer:
        'Last month my bank answered on the third day and blamed me. I wrote down what would have helped.',
      fifth: 'On the fifth time I made a page with two pictures, and after that nobody asked.',
      learned: 'I learned to read server logs; I found a broken backup with it.',
    },
  },
}
