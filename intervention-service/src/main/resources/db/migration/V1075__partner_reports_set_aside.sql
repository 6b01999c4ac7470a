-- A report that can't be brought into the plan is set aside, so that no other waits for it; why is said in a word and quotes nothing.
alter table partner_report
    add column set_aside_at     timestamptz,
    add column set_aside_reason text,
    add constraint partner_report_set_aside check ((set_aside_at is null) = (set_aside_reason is null)),
    add constraint partner_report_set_aside_open check (set_aside_at is null or open),
    add constraint partner_report_set_aside_why check (set_aside_reason in ('UNREADABLE', 'REFUSED', 'FAILED'));
create index partner_report_by_set_aside on partner_report (set_aside_at) where set_aside_at is not null;

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('partner.report-retry-hours', 1, date '2021-01-01', null, '24', 'assumed',
    'open: how long after it failed a report that was set aside is tried again by itself; an officer may have it tried at once');
