import type { FieldWords } from '../fields.ts';

export const fields: FieldWords = {
  wrong: {
    number: 'This is not a number. Please write it in digits, for example 12 or 12.5.',
    customer: 'This is not a customer number. It has digits, and at most 40 characters, for example 104233 or K-2291.',
    email: 'This is not an e-mail address. They look like name@example.com.',
    phone: 'This is not a phone number. Please write it like +39 02 1234567.',
    url: 'This is not a link. Links begin with https:// or http://.',
    date: 'This is not a date. Please choose one.',
    user: 'Please choose somebody of this workspace.',
    choice: 'Please choose from the list.',
    several: 'Please choose from the list.',
  },
};
