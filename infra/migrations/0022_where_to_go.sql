-- Where whoever asked for a mail wants to go once she has signed in by its link: sealed by the token of that link, of which the
-- database has a hash alone, as it may hold the token of an invitation.
alter table sign_in_attempt add column sealed_to bytea check (octet_length(sealed_to) <= 4096);
