-- How often an address without a sign-in (of IPv6 its /64) may ask for public pages and files, by each replica.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('public.reads-per-minute', 1, date '2020-01-01', null, '300', 'no source: an office of many behind one address reads pages, and a program asks a kabupaten a second', 'assumed: requests a minute and address');
