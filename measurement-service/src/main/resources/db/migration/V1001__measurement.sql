-- Who can be measured: this service's copy of the registry's children, and what is known of each child's growth.
-- A status column changes only when the status does, so a weighing writes nothing here.
create table child (
    id               uuid    not null,
    version          bigint  not null,
    family_id        uuid    not null,
    area_code        text collate "C" not null,
    posyandu_id      uuid,
    sex              text    not null,
    birth_date       date    not null,
    active           boolean not null,
    area_since       date,
    stunting         text    not null default 'NORMAL',
    stunting_version bigint  not null default 0,
    constraint child_pk primary key (id),
    constraint child_sex check (sex in ('L', 'P')),
    constraint child_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED'))
) with (fillfactor = 90);

-- Where a child lived before: a measurement counts where the child lived on its day, however late it arrives.
create table former_residence (
    child_id   uuid not null,
    until_date date not null,
    area_code  text collate "C" not null,
    constraint former_residence_pk primary key (child_id, until_date)
);

-- The latest revision of every measurement. area_code is the child's present area and says who may see it; counted_in is
-- where the child lived on the day and says where it counts. z-scores are unrounded; imported ones stand beside our own.
create table measurement (
    id                      uuid    not null,
    child_id                uuid    not null,
    area_code               text collate "C" not null,
    counted_in              text collate "C" not null,
    posyandu_id             uuid,
    measured_on             date    not null,
    source                  text    not null,
    version                 integer not null,
    voided                  boolean not null default false,
    weight_kg               double precision,
    length_height_cm        double precision,
    position                text,
    head_circumference_cm   double precision,
    arm_circumference_cm    double precision,
    triceps_mm              double precision,
    subscapular_mm          double precision,
    oedema                  boolean not null,
    z_length_height         double precision,
    z_weight                double precision,
    z_weight_for_length     double precision,
    z_bmi                   double precision,
    z_head                  double precision,
    z_arm                   double precision,
    z_triceps               double precision,
    z_subscapular           double precision,
    stunting                text,
    rule_version            integer not null,
    content_hash            bigint  not null,
    recorded_by             text    not null,
    recorded_at             timestamptz not null default clock_timestamp(),
    staff_corrected         boolean not null default false,
    import_version          bigint,
    imported_z_weight            double precision,
    imported_z_length_height     double precision,
    imported_z_weight_for_length double precision,
    constraint measurement_pk primary key (id),
    constraint measurement_position check (position in ('LYING', 'STANDING')),
    constraint measurement_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED')),
    constraint measurement_version check (version >= 1)
);
create index measurement_of_child on measurement (child_id, measured_on, id);

-- Revisions that were replaced: what was believed, and until when. Written only when that happens.
create table measurement_revision (
    like measurement including constraints,
    replaced_at timestamptz not null default clock_timestamp(),
    constraint measurement_revision_pk primary key (id, version)
);

-- Measurements of a child this service does not know, or the sender may not see: both wait alike, under the sender's scope.
create table pending_measurement (
    id             uuid   not null,
    child_id       uuid   not null,
    wilayah        text   not null,
    content_hash   bigint not null,
    import_version bigint,
    submission     jsonb  not null,
    received_at    timestamptz not null default clock_timestamp(),
    refused        text,
    constraint pending_measurement_pk primary key (id)
);
create index pending_measurement_of_child on pending_measurement (child_id);

alter table child enable row level security;
alter table child force row level security;
create policy child_scope on child using (app_in_scope(area_code)) with check (app_in_scope(area_code));

alter table former_residence enable row level security;
alter table former_residence force row level security;
-- Whoever sees the child may use where it lived before; only the consumers, which act everywhere, write here.
create policy former_residence_scope on former_residence
    using (exists (select from child where child.id = child_id)) with check (app_in_scope(area_code));

alter table measurement enable row level security;
alter table measurement force row level security;
create policy measurement_scope on measurement using (app_in_scope(area_code)) with check (app_in_scope(area_code));

alter table measurement_revision enable row level security;
alter table measurement_revision force row level security;
create policy measurement_revision_scope on measurement_revision
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

alter table pending_measurement enable row level security;
alter table pending_measurement force row level security;
create policy pending_measurement_scope on pending_measurement
    using (nullif(current_setting('app.wilayah', true), '') in ('*', wilayah))
    with check (nullif(current_setting('app.wilayah', true), '') in ('*', wilayah));

grant select, insert, update, delete on child, former_residence, measurement, measurement_revision, pending_measurement
    to ${app_role};
