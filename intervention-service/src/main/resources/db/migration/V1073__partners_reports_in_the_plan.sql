-- What a partner reports settles a delivery of the plan. It knows only what it sent: whoever was there replaces it.
alter table delivery add column by_partner boolean not null default false;
alter table delivery_report add column by_partner boolean not null default false;
alter table partner_report
    add column delivery_id uuid,
    -- Not brought into the plan yet.
    add column open        boolean not null default false,
    add constraint partner_report_delivery foreign key (delivery_id) references delivery (id) on delete set null;
create unique index partner_report_settles on partner_report (delivery_id) where delivery_id is not null;
create index partner_report_open on partner_report (day, client, id) where open;
select set_config('app.wilayah', '*', true);
update partner_report set open = true;

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('delivery.partner-days', 1, date '2021-01-01', null, '3', 'assumed',
    'open: how far from its day a delivery may be that a report of a partner is about; more makes two deliveries of a week one');
