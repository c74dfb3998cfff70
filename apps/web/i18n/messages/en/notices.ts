export const notices = {
  'notices.unsaid': 'Whoever runs this server has not said so yet.',
  'notices.more': 'More about it',
  'legal.title': 'Legal notice',
  'legal.publisher': 'Publisher',
  'legal.director': 'Responsible for what is published',
  'legal.hosting': 'Hosting',
  'legal.software': 'The software',
  'legal.software.text':
    'Maillage is free software under the EUPL 1.2. Its publisher above runs this server and answers for it; organisations answer for what they record here themselves.',
  'privacy.title': 'Privacy',
  'privacy.controller': 'Who answers for personal data',
  'privacy.log': 'What organisations record',
  'privacy.log.text':
    'The log is public and kept for good: it names organisations, what they promise, give and say. It is not meant for names of private persons, and the forms say so. A person who acts for an organisation appears there at most under a number that means nothing to others; as it may be hers, it counts as personal data all the same.',
  'privacy.log.erase':
    'A text or a file that tells of a person can be erased by the organisation that recorded it, on the page where it stands; what remains is a fingerprint from which it cannot be made out. If you are that person, ask the organisation, or whoever is named above.',
  'privacy.session': 'When you sign in',
  'privacy.session.text':
    'A cookie keeps you signed in, for {hours, plural, one {# hour} other {# hours}} at most, and one more is kept while you sign in: for ten minutes elsewhere, for fifteen by mail. The server keeps who signed in, or with which access key, and when the session ends, and forgets it when you sign out.',
  'privacy.person': 'If you sign in as yourself',
  'privacy.person.text':
    'The address, the name and the language you give us, the organisations you may act for, invitations, and where you are signed in (for 30 days each) are kept in tables of their own, outside the log. Your name and addresses are seen by those who administer your organisation, or one you ask for a seat in, and by whoever runs this server when you register one; those you invite see your name. Addresses that others give us to invite you are kept for 30 days, and whoever says “never again” leaves a fingerprint of the address, nothing else. Of a device that signs you in, what you call it, when it was added and last used, and a key that recognises it are kept; your finger, your face and your code stay with the device. Messages go out through the mail server of whoever runs this one.',
  'privacy.person.erase':
    'On <link>your page</link> you see all of it, can take it along, and erase it yourself; nobody can refuse that. What you recorded stays, under a number that then leads to nobody any more.',
  'privacy.kept': 'What is kept outside the log, and how long',
  'privacy.kept.caption': 'Each thing, and its time',
  'privacy.kept.forGood': 'For good',
  'privacy.kept.what': 'What',
  'privacy.kept.howLong': 'How long at most',
  'privacy.kept.lasting': 'Until it is ended, or you erase yourself',
  'privacy.kept.PERSON': 'Your name and your language',
  'privacy.kept.PERSON_ADDRESS': 'The addresses you sign in with',
  'privacy.kept.PERSON_SESSION': 'Where you are signed in',
  'privacy.kept.SEAT': 'The organisations you may act for; once you are erased, that somebody did',
  'privacy.kept.PASSKEY':
    'The devices that sign you in: what you call each, when it was added and last used, and what recognises it',
  'privacy.kept.PASSKEY_CHALLENGE': 'What such a device is asked to sign, as a fingerprint',
  'privacy.kept.SIGN_IN_ATTEMPT':
    'That somebody asked to sign in with your address, and when: so that the mails sent there are counted',
  'privacy.kept.ADDRESS_PROOF': 'That you asked to add an address, and when',
  'privacy.kept.ADDRESS_UNDO': 'That your addresses changed, so that it can be undone',
  'privacy.kept.MAIL': 'Mails to you that wait to be sent; once one is sent, nothing',
  'privacy.kept.SILENT_MAILBOX':
    'That the server of an address takes no mails for it; of an address somebody signs in with, until it takes one',
  'privacy.kept.MAIL_STOP': 'That an address said “never again” to invitations, as a fingerprint of the address',
  'privacy.kept.STOP_LINK':
    'By what a mail that invites may be answered “never again”, as a fingerprint of the address',
  'privacy.kept.RECOVERY_NOTICE':
    'That you were told who is to administer an organisation again, and when; until that is over, 30 days at most',
  'privacy.kept.SEAT_INVITATION': 'Invitations to act for an organisation, to you and from you',
  'privacy.kept.SEAT_INVITATION_SENT': 'How many an organisation invited, and not whom',
  'privacy.kept.SEAT_LINK': 'A link you made, by which others ask to act for an organisation',
  'privacy.kept.SEAT_REQUEST': 'That you asked to act for an organisation',
  'privacy.kept.PARTNER_INVITATION': 'Invitations to a mission, to you and from you',
  'privacy.kept.REGISTRATION': 'An organisation you asked to have registered',
  'privacy.kept.RENAMING': 'A name you asked an organisation to take',
  'privacy.kept.ACCESS_RECOVERY':
    'That you are to administer an organisation for which nobody can act any more, and what shows that it should be you',
  'privacy.kept.ACCESS_KEY':
    'Access keys you made, and what you called each: your words go with you, the key stays the organisation’s',
  'privacy.kept.PERSON_ACCOUNT':
    'The accounts elsewhere you sign in with: who issued each, and your name or number there',
  'privacy.kept.ACCOUNT_LINK': 'An account elsewhere that you are about to link',
  'privacy.kept.CLAIMED_MEMBER':
    'The organisation such an account says you act for, and the number the log knows you by through it, from when it last said so',
  'privacy.kept.OPERATOR_LINK': 'A fingerprint of the link by which somebody begins to run this ledger',
  'privacy.browser': 'In your browser',
  'privacy.browser.text':
    'Your browser keeps the language you chose, for whom you acted last, and what you have begun to write: for up to 180 days, also once you signed out, and sent to nobody until you record it. It is offered to you alone, for the organisation you wrote it for, though whoever may use this browser freely can find it. It goes from this browser when you erase yourself here, or open your page here without a seat in that organisation; nobody takes it over. Other browsers keep theirs until the 180 days are over or you clear them. There are no other cookies, nothing that counts or follows visitors, and nothing from other sites.',
  'privacy.address': 'Your address on the internet',
  'privacy.address.text':
    'So that nobody can stop the service for others, requests are counted by address for a minute. Addresses are neither written to the server’s records nor passed on.',
  'privacy.backups': 'Backups',
  'privacy.backups.days':
    'Backups are kept for {days, plural, one {# day} other {# days}}: what was erased is in none of them after that.',
  'privacy.rights': 'Your rights',
  'privacy.rights.text':
    'You may ask to see what is kept of you, to have it corrected or erased, and to have its use restricted, and you may complain to the authority that protects personal data in your country.',
  'accessibility.title': 'Accessibility',
  'accessibility.FULLY_COMPLIANT': 'fully compliant',
  'accessibility.PARTLY_COMPLIANT': 'partly compliant',
  'accessibility.NON_COMPLIANT': 'not compliant',
  'accessibility.stands': 'These pages are {state} with RGAA 4.1, the French rules of accessibility.',
  'accessibility.audited': '{auditor} audited them on {on}: {rate} of the criteria that apply are met. {report}',
  'accessibility.report': 'Read the report',
  'accessibility.notAudited':
    'Nobody has audited them in the last three years, and without an audit pages count as not compliant, however good they are.',
  'accessibility.found': 'What was found by program',
  'accessibility.found.text':
    'Before each version of the software is published, axe-core examines every page in each language, on a phone’s width or a large screen’s; a version of which it has anything to complain is not published. Programs see less than half of what can be in somebody’s way: this is no audit.',
  'accessibility.help': 'If something is in your way',
  'accessibility.help.text':
    'Write to us, and say on which page and with which device: you will be given what you need in another way, and it will be mended.',
  'accessibility.help.rights': 'If you get no answer that helps, in France the Défenseur des droits can be turned to.',
  'accessibility.help.defender': 'Défenseur des droits',
  'contact.title': 'Contact',
  'contact.text': 'To ask a question, to report a fault, or to have something about you erased:',
  'contact.publisher': 'Write to whoever publishes these pages: {publisher}',
  'contact.organisation':
    'What an organisation recorded is its own to explain and to correct: its page is the place to begin.',
} as const;
