-- The morning's download asks for the children of one posyandu, and for the posyandu of an area. Only children that can be
-- weighed are in it; neither index moves when a weighing changes a child's status.
create index child_of_posyandu on child (posyandu_id) where active;
create index child_of_area on child (area_code, posyandu_id, birth_date) where active and posyandu_id is not null;

-- What the phone tells a kader to refer on, without asking anybody: N/T marks by their letters, classes by their names.
insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'kader.refer-on', 1, '1900-01-01', null,
    '["T", "2T", "BGM", "SEVERELY_WASTED", "SEVERELY_STUNTED"]',
    'Buku KIA 2023, kartu menuju sehat: T, 2T and BGM are referred; Permenkes 2/2020: gizi buruk and sangat pendek',
    'T, 2T and BGM found in a published secondary source; gizi buruk and sangat pendek assumed');
