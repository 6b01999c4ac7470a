-- The chain of the audit: each block seals some entries, in the order of their numbers, with a digest of each, the hash of the
-- block before and its own. The application may add, never change; what was sealed also goes to the topic audit.heads.
create table audit_block (
    number    bigint      not null,
    entry_ids bigint[]    not null,
    -- 16 bytes an entry, in the order of entry_ids
    digests   bytea       not null,
    previous  bytea       not null,
    hash      bytea       not null,
    sealed_at timestamptz not null default clock_timestamp(),
    constraint audit_block_pk primary key (number),
    constraint audit_block_number check (number > 0),
    constraint audit_block_entries check (cardinality(entry_ids) > 0 and length(digests) = 16 * cardinality(entry_ids)),
    constraint audit_block_hashes check (length(previous) = 32 and length(hash) = 32)
);
-- Hashes don't get smaller.
alter table audit_block alter column digests set storage external;

grant select, insert on audit_block to ${app_role};

-- What one subject did within a time, for a breach report. A client is half of all traffic, so its window is read by time
-- alone: entries lie about in the order of their times, which costs a writer nothing.
create index audit_entry_subject on audit_entry (subject, at);
create index audit_entry_at on audit_entry using brin (at) with (pages_per_range = 32, autosummarize = on);

-- Which fields an operation answers or changes, by kind of object and action: what a breach report says was seen. A service
-- says its own by a later version.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('audit.fields', 1, date '2021-01-01', null, '{}', 'UU 27/2022 art. 46: a breach notice names the data', 'none but what the service adds');
