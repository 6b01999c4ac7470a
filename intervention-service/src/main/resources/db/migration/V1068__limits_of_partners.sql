-- How many requests a minute one application of a partner may send to one replica of the service.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('partner.reads-per-minute', 1, date '2021-01-01', null, '600', 'none found',
    'assumed: ten a second, so that a list of 5,000 needs is read in pages within a minute'),
('partner.claims-per-minute', 1, date '2021-01-01', null, '300', 'none found',
    'assumed: claims, promises, renewals and releases; five a second, above what persons choose and below what a program could hoard'),
('partner.changes-per-minute', 1, date '2021-01-01', null, '600', 'none found',
    'assumed: all that is sent, reports of deliveries and webhooks included');
