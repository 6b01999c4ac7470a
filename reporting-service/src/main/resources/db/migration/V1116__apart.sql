-- Nobody is both: what a publication hides of the one has to be hidden from who knows the other.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('publication.apart', 1, date '2020-01-01', null, '[["growth.wasted", "growth.overweight"]]', 'Permenkes 2/2020: below -2 SD and above +2 SD of one index', 'parts of one whole that a reader knows to have nobody in common');
