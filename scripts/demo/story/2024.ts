import { add, append, below, change, move, text } from '../edits.ts'
import type { MergeRequest } from '../merge-request.ts'
import { ada, bruno, dorte, eitan, farah, greta, henk } from '../people.ts'

const travel = 'content/money/travel-allowance.md'
const passwords = 'content/security/passwords-and-keys.md'
const timeOff = 'content/people/time-off.md'

export const story2024: readonly MergeRequest[] = [
  {
    number: 13,
    at: '2024-01-22T10:02:00+01:00',
    author: farah,
    mergedBy: ada,
    how: 'merge',
    branch: 'parental-leave',
    title: 'Give both parents the same leave',
    description: text`
      Until now the law of each country decided: two fathers in Porto had four weeks,
      one in Delfzijl five, and none took all of it since it was paid in part. We want
      the choice to be about the child and not about the country.
    `,
    commits: [
      { title: 'Add parental leave', edits: [add('content/people/parental-leave.md')] },
      {
        title: 'Link it from holidays',
        edits: [
          append('content/people/holidays.md', 'When a child comes, see [parental leave](parental-leave.md) instead.'),
        ],
      },
    ],
  },
  {
    number: 14,
    at: '2024-02-19T13:29:00+01:00',
    author: ada,
    mergedBy: henk,
    how: 'merge',
    branch: 'time-off',
    title: 'Rename Holidays to Time off',
    description: text`
      People looked here for sick days and for the day of a move, and did not find
      them, because the page was called Holidays. It now has all kinds of days off.
    `,
    commits: [
      { title: 'Move the page', edits: [move('content/people/holidays.md', timeOff)] },
      {
        title: 'Add sick days and single days',
        edits: [
          change(timeOff, 'title: Holidays', 'title: Time off'),
          change(
            timeOff,
            'How many days you have and whom you tell.',
            'How many days you have of each kind, holidays and sick days included, and whom you tell.',
          ),
          append(
            timeOff,
            text`
              ## Sick days

              Write one line to your lead before ten. From the fourth day we need a note from a doctor. Days on which your child is ill are the same.

              ## Single days

              One day each for a move, a wedding and an exam; three for a death in the family. They need no approval.
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 15,
    at: '2024-04-08T11:48:00+02:00',
    author: dorte,
    mergedBy: henk,
    how: 'squash',
    branch: 'writing',
    title: 'Writing things down',
    description: text`
      I was against putting the handbook into git, see decision 1. It worked, but half
      of the descriptions say "update page", and in a year they help nobody. So here
      is what a description should say instead.
    `,
    commits: [
      {
        title: 'Add the page',
        edits: [
          add('content/how-we-work/writing-things-down.md'),
          change(
            'content/decisions/0001-plain-text-handbook.md',
            'a change by telephone to Ada is fine.',
            'a change by telephone to Ada is fine. Looked at again after a year: 31 of 44 people had changed a page.',
          ),
        ],
      },
    ],
  },
  {
    number: 16,
    at: '2024-05-13T14:20:00+02:00',
    author: greta,
    mergedBy: henk,
    how: 'merge',
    branch: 'summer-fridays',
    title: 'Decide against free Fridays in summer',
    description: text`
      41 % of the year's calls about leaks come in July and August. A free Friday for
      the office would have been a longer one for the four people in the field. So
      everybody gets two days of holiday more, instead of some a free Friday.
    `,
    commits: [{ title: 'Record the decision', edits: [add('content/decisions/0002-summer-fridays.md')] }],
  },
  {
    number: 17,
    at: '2024-06-17T09:33:00+02:00',
    author: farah,
    mergedBy: bruno,
    how: 'squash',
    branch: 'interview-travel',
    title: 'Cover people who travel to an interview',
    description: text`
      Two applicants paid their own hotel and waited seven weeks for the money, because
      no page said whose rules apply to them. One of them took another job.
    `,
    commits: [
      {
        title: 'Add applicants',
        edits: [
          below(
            travel,
            'in every country, from the first day.',
            'People who travel to an interview with us have the same limits. We book for them, so that they pay nothing beforehand.',
          ),
        ],
      },
    ],
  },
  {
    number: 18,
    at: '2024-07-15T10:10:00+02:00',
    author: ada,
    mergedBy: henk,
    how: 'squash',
    branch: '28-days',
    title: 'Raise holidays to 28 days from 2025',
    description: text`
      Follows decision 2: two days for everybody instead of free Fridays for some. The
      Netherlands and Germany carried over differently before; that stays, since the
      law there says so.
    `,
    commits: [
      {
        title: '28 days',
        edits: [
          change(timeOff, '| Germany | 26 |', '| Germany | 28 |'),
          change(timeOff, '| Netherlands | 26 |', '| Netherlands | 28 |'),
          change(timeOff, '| Portugal | 26 |', '| Portugal | 28 |'),
          change(timeOff, "26, or the law's", "28, or the law's"),
        ],
      },
    ],
  },
  {
    number: 19,
    at: '2024-09-02T16:05:00+02:00',
    author: eitan,
    mergedBy: henk,
    how: 'merge',
    branch: 'hardware-keys',
    title: 'Give everybody a hardware key',
    description: text`
      In July a false sign-in page asked three of us for the code, and two typed it in.
      A key answers only the right address, so that there is nothing to type in.
    `,
    trailers: ['Reviewed-by: Chidi Amadi <chidi@millrace.example>'],
    commits: [
      {
        title: 'Replace codes by keys',
        edits: [
          change(
            passwords,
            'Use the code generator in the password manager.',
            'Everybody has two hardware keys: one on the key ring, one at home. Codes by message or from an app no longer count for anything that reaches production.',
          ),
          change(passwords, 'last: 2023-06-05', 'last: 2024-09-02'),
        ],
      },
    ],
  },
  {
    number: 20,
    at: '2024-10-14T12:51:00+02:00',
    author: bruno,
    mergedBy: henk,
    how: 'squash',
    branch: 'receipts',
    title: 'Ask for receipts from 30 EUR',
    description: text`
      We asked for every receipt and sent 212 claims back this year. The auditor needs
      them from 30 EUR up; below that we only asked because we always had.
    `,
    commits: [
      {
        title: 'Add receipts',
        edits: [
          append(
            travel,
            text`
              ## Receipts

              Add a photo of the receipt for anything above 30 EUR. Below that you need none. If you lost one, write a sentence instead; we ask once and then pay.
            `,
          ),
        ],
      },
    ],
  },
  {
    number: 21,
    at: '2024-11-11T09:09:00+01:00',
    author: bruno,
    mergedBy: ada,
    how: 'squash',
    branch: 'heating',
    title: 'Pay a heating allowance for two winters',
    description: text`
      Who works from home heats for us. Prices doubled since 2021; 40 EUR is the
      difference for one room, by the consumer office's table. It has an end so that
      we look at the prices again instead of paying out of habit.
    `,
    commits: [{ title: 'Add the allowance', edits: [add('content/money/heating-allowance.md')] }],
  },
]
