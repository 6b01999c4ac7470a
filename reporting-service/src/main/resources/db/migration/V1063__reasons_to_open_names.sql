-- Names on the case list are shown to whoever says for what; the code stands in the audit.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('names.reasons', 1, date '2020-01-01', null, '{"HOME_VISIT": {"id": "Kunjungan rumah", "en": "Home visit"}, "CASE_AUDIT": {"id": "Audit kasus stunting", "en": "Case audit"}, "MEETING": {"id": "Rapat atau rembuk stunting", "en": "Meeting on stunting"}, "CORRECTION": {"id": "Perbaikan data", "en": "Correction of data"}}', 'no source: what a TPPS does with names', 'assumed');
