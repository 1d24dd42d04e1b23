import { add, append, below, change, move, text } from '../edits.ts'
import type { MergeRequest } from '../merge-request.ts'
import { ada, bruno, chidi, dorte, eitan, farah, greta, henk } from '../people.ts'

const travel = 'content/money/travel-allowance.md'
const incident = 'content/security/incident.md'
const cards = 'content/money/company-cards.md'
const timeOff = 'content/people/time-off.md'

export const story2025: readonly MergeRequest[] = [
  {
    number: 22,
    at: '2025-01-20T15:15:00+01:00',
    author: chidi,
    mergedBy: eitan,
    how: 'merge',
    branch: 'where-it-sticks',
    title: 'Show the way of a reading',
    description: 'A drawing of the four places where a reading can get stuck, and whom to call for each of them.',
    commits: [
      { title: 'Add the drawing', edits: [add('content/images/reading.svg')] },
      {
        title: 'Add who is called',
        edits: [
          append(
            incident,
            text`
              ## Where a reading gets stuck

              ![From the meter to the gateway, to Reach, to the water board](../images/reading.svg)

              | Between | You notice | Call |
              |---|---|---|
              | Meter and gateway | one meter is silent | field crew |
              | Gateway and Reach | a street is silent | field crew, then Chidi |
              | Reach and board | the board asks | Chidi |
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 23,
    at: '2025-02-10T08:40:00+01:00',
    author: dorte,
    mergedBy: bruno,
    how: 'merge',
    branch: 'train-first',
    title: 'Take the train below six hours',
    description: text`
      I compared 57 trips of 2024. Below six hours by train the plane saved 20 minutes
      door to door and cost 90 EUR more. Above six hours it saved half a day, so there
      the choice stays yours.
    `,
    commits: [
      {
        title: 'Add the train',
        edits: [
          below(
            travel,
            'Use the company card if you have one.',
            'Take the train when it needs less than six hours. Above that, choose yourself. Crews with a van go by van.',
          ),
        ],
      },
    ],
  },
  {
    number: 24,
    at: '2025-03-17T14:02:00+01:00',
    author: farah,
    mergedBy: ada,
    how: 'merge',
    branch: 'abroad',
    title: 'Thirty days abroad, and more countries',
    description: text`
      Twelve of 31 requests in 2024 were for more than ten days or from outside the EU,
      and Henk decided each by himself. With the A1 certificate the insurance covers
      thirty days, so that the list can decide instead of Henk. Takes the place of the
      rule of 2023.
    `,
    commits: [
      { title: 'Add the new rule', edits: [add('content/people/working-from-abroad.md')] },
      {
        title: 'Point to it from the old one',
        edits: [
          append(
            'content/people/remote-abroad.md',
            'Since 1 April 2025 [working from abroad](working-from-abroad.md) counts instead.',
          ),
        ],
      },
    ],
  },
  {
    number: 25,
    at: '2025-04-14T10:26:00+02:00',
    author: greta,
    mergedBy: ada,
    how: 'squash',
    branch: 'willkommen',
    title: 'A first page in German',
    description: text`
      Two of the new technicians in Bremen read English slowly. On the first day that is
      no reason to feel stupid, so the first two weeks are in German.
    `,
    commits: [{ title: 'Add the page', edits: [add('content/welcome/de.md')] }],
  },
  {
    number: 26,
    at: '2025-05-12T16:55:00+02:00',
    author: bruno,
    mergedBy: henk,
    how: 'squash',
    branch: 'paid-on-friday',
    title: 'Pay claims every Friday',
    description: text`
      We paid on the last day of the month. Somebody who travelled on the 2nd lent us the
      money for four weeks. The bank takes a weekly run for nothing, so there is no
      reason to wait.
    `,
    commits: [
      {
        title: 'Add paying back',
        edits: [
          append(
            travel,
            text`
              ## Paying back

              Claims sent by Wednesday evening are paid on Friday. Send them from the app, or from a terminal:

              \`\`\`sh
              purse claim "Delfzijl, two days" --days 2 --photo room.jpg
              purse list --unpaid
              \`\`\`
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 27,
    at: '2025-06-30T09:20:00+02:00',
    author: ada,
    mergedBy: henk,
    how: 'merge',
    branch: 'working-hours',
    title: 'Rename core hours to working hours',
    description: '',
    commits: [
      {
        title: 'Move the page',
        edits: [
          move('content/how-we-work/core-hours.md', 'content/how-we-work/working-hours.md'),
          change('content/how-we-work/working-hours.md', 'title: Core hours', 'title: Working hours'),
        ],
      },
    ],
  },
  {
    number: 28,
    at: '2025-08-18T11:11:00+02:00',
    author: farah,
    mergedBy: ada,
    how: 'squash',
    branch: 'arabic',
    title: 'A first page in Arabic',
    description: 'The first week in Arabic, for the three people who work with us from Alexandria.',
    commits: [{ title: 'Add the page', edits: [add('content/welcome/ar.md')] }],
  },
  {
    number: 29,
    at: '2025-10-06T13:44:00+02:00',
    author: bruno,
    mergedBy: henk,
    how: 'merge',
    branch: 'decision-3',
    title: 'Decide how the allowance follows the place',
    description: text`
      Two people said no to a trip to Oslo, because they would have paid part of their
      dinner. 37 of 41 days in the dear places were above the limit.
    `,
    commits: [{ title: 'Record the decision', edits: [add('content/decisions/0003-allowance-by-country.md')] }],
  },
  {
    number: 30,
    at: '2025-10-27T10:00:00+01:00',
    author: bruno,
    mergedBy: henk,
    how: 'merge',
    branch: 'three-groups',
    title: 'Set the daily amount by country',
    description: text`
      In Copenhagen, Oslo and Zurich 55 EUR did not buy three meals, so people paid the
      rest themselves; in the north of Germany it bought four. Three groups hold for nine
      of ten days in our own claims, see decision 3.
    `,
    trailers: ['Reviewed-by: Farah Nasser <farah@millrace.example>'],
    commits: [
      {
        title: 'Replace the amount by a table',
        edits: [
          change(
            travel,
            'You may spend up to 55 EUR a day on meals and small costs.',
            text`
              You may spend up to this much a day on meals and small costs, by the country in which you sleep. It is a limit and not a payment: claim what you spent.

              | You sleep in | A day | A night, at most |
              |---|---:|---:|
              | Bulgaria, Egypt, Poland, Romania | 45 EUR | 90 EUR |
              | everywhere else | 65 EUR | 140 EUR |
              | Denmark, Iceland, Norway, Switzerland | 85 EUR | 190 EUR |
            `,
          ),
          change(travel, 'without asking, up to 140 EUR a night.', 'without asking, up to the limits below.'),
          change(travel, 'effective: 2023-03-01', 'effective: 2025-11-01'),
          change(
            travel,
            'What you may spend in a day when you travel for Millrace.',
            'You may spend 45, 65 or 85 EUR a day, by country. You ask nobody, and you need no receipt up to 30 EUR.',
          ),
        ],
      },
    ],
  },
  {
    number: 31,
    at: '2025-12-08T08:30:00+01:00',
    author: ada,
    mergedBy: henk,
    how: 'squash',
    branch: 'public-holidays',
    title: 'Add the public holidays of 2026',
    description: '',
    commits: [
      {
        title: 'Add the public holidays of 2026',
        edits: [
          change(timeOff, 'last: 2023-03-06', 'last: 2025-12-08'),
          append(
            timeOff,
            text`
              ## Public holidays in 2026

              | Day | Bremen | Delfzijl | Porto |
              |---|:---:|:---:|:---:|
              | 3 April, Good Friday | off | | off |
              | 27 April, King's Day | | off | |
              | 1 May | off | | off |
              | 24 June, São João | | | off |
              | 31 October, Reformation Day | off | | |
              | 8 December | | | off |
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 32,
    at: '2025-12-10T17:17:00+01:00',
    author: bruno,
    mergedBy: eitan,
    how: 'squash',
    branch: 'card-limit',
    title: 'Raise the card limit to 2,500 EUR',
    description: text`
      A pump costs 1,780 EUR now. With the old limit crews split a purchase over two
      cards, which the bank took for fraud and blocked both of them on a Saturday.
    `,
    commits: [
      {
        title: 'Raise the limit',
        edits: [
          change(cards, '1,500 EUR a month', '2,500 EUR a month'),
          change(cards, 'last: 2023-05-15', 'last: 2025-12-10'),
        ],
      },
    ],
  },
]
