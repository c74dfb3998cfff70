-- When somebody was registered without waiting, as a confirmed backbone had invited her by name: one of each invitation.
alter table partner_invitation add column vouched_at timestamptz;
