-- Since when an area's figures of a month wait to be told: who waits longest is told first, so that none starves however many move.
alter table moved_figure add column moved_at timestamptz not null default now();
create index moved_figure_turn on moved_figure (moved_at, area_code, month);
