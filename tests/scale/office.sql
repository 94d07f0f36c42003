-- An office of any size, on Thursday 20 July 2017: set-based, for 200,000 reviews in seconds.
-- What varies from child to child varies by the child's number, so that every load is the same.
-- The sizes (%(closed)s, %(open)s ...) are explained in office.py.

INSERT INTO cohort_council (name, count_months_as, participated_codes, records_from, established_posts, "only")
VALUES ('Westshire County Council', 'months', '{PN1,PN2,PN3,PN5,PN6}', '1996-04-01', 60, true);

INSERT INTO cohort_district (id, name, position) SELECT i, 'District ' || i, i FROM generate_series(1, 8) i;

-- People: 1 and 2 manage, 3 supports, 4 and on manage teams, then the IROs in post, then those who left.
INSERT INTO accounts_user (id, password, is_superuser, first_name, last_name, is_staff, is_active, date_joined, email, role)
SELECT i, '!', false, 'Person' || i, 'Teal', false, i <= %(last_iro)s, '2000-01-01', 'person' || i || '@example.org',
    CASE WHEN i = 1 THEN 'practice_manager' WHEN i = 2 THEN 'group_manager' WHEN i = 3 THEN 'business_support'
         WHEN i < %(first_iro)s THEN 'responding_manager' ELSE 'iro' END
FROM generate_series(1, %(last_person)s) i;

INSERT INTO cohort_iropost (iro_id, full_time_equivalent, contract, started_on, ended_on)
SELECT i, 1.00, 'permanent', '2000-01-01', CASE WHEN i > %(last_iro)s THEN date '2015-01-01' END
FROM generate_series(%(first_iro)s, %(last_person)s) i;

-- The first IRO in post also sees to the second one's children.
INSERT INTO cohort_cover (away_id, covered_by_id, started_on, ended_on)
VALUES (%(first_iro)s + 1, %(first_iro)s, '2017-07-17', '2017-07-31');

INSERT INTO cohort_team (id, name, manager_id) SELECT i, 'Team ' || i, 3 + i FROM generate_series(1, %(teams)s) i;

INSERT INTO cohort_socialworker (id, name, team_id, email)
SELECT i, 'Worker ' || i, 1 + mod(i, %(teams)s), '' FROM generate_series(1, %(teams)s * 8) i;

-- A line for each child: closed cases first, then those open, then those open that nobody planned for.
-- `held` reviews were held, the newest of an open case on `last_on`.
CREATE TEMPORARY TABLE life ON COMMIT DROP AS
WITH kinds AS (
    SELECT i, CASE WHEN i <= %(closed)s THEN 'closed' WHEN i <= %(closed)s + %(open)s THEN 'open' ELSE 'unplanned' END AS kind
    FROM generate_series(1, %(closed)s + %(open)s + %(unplanned)s) i
), counted AS (
    SELECT i, kind, CASE kind WHEN 'closed' THEN %(held)s + mod(i, 2) WHEN 'open' THEN 1 + mod(i, %(held)s) ELSE 1 END AS held,
        -- Reviews come every 180 days: one open child in 18 is overdue.
        date '2017-07-20' - CASE kind WHEN 'closed' THEN 400 + mod(i * 7919, 4500) ELSE 1 + mod(i * 37, 190) END AS last_on
    FROM kinds
)
SELECT i AS child, kind, held, last_on, last_on - 15 - (held - 1) * 180 AS started_on,
    CASE kind WHEN 'closed' THEN last_on + 60 END AS ended_on,
    CASE kind WHEN 'closed' THEN %(first_iro)s + mod(i, %(last_person)s - %(first_iro)s + 1)
              ELSE %(first_iro)s + mod(i, %(in_post)s) END AS iro
FROM counted;

INSERT INTO cohort_child (id, reference, given_name, family_name, date_of_birth, sex, ethnicity, upn, is_mother, disabled, unaccompanied)
SELECT child, 'W' || lpad(child::text, 6, '0'),
    (ARRAY['Keira','Mohammed','Ella','Jack','Amelia','Noah','Aisha','Callum','Poppy','Tyler','Grace','Reece'])[1 + mod(child, 12)],
    (ARRAY['Bar','Oka','Whit','Pear','Linds','Mar','Now','Tan','Hol','Ash','Cross','Fen','Grim','Hart','King','Lang','Mill','Nor','Pend','Rad'])[1 + mod(child, 20)]
        || (ARRAY['ley','for','lock','son','qvist','shall','ak','ner','croft','ton','well','wick','by','ford','ham','low','man','mere','ridge'])[1 + mod(child, 19)],
    started_on - 2200 - mod(child * 13, 2000), CASE mod(child, 2) WHEN 0 THEN 'F' ELSE 'M' END, 'WBRI', '', false, mod(child, 20) = 0, mod(child, 30) = 0
FROM life;

INSERT INTO cohort_periodofcare (id, child_id, started_on, ended_on, reason_ended, status_before, district_id)
SELECT child, child, started_on, ended_on, CASE WHEN ended_on IS NOT NULL THEN 'E4A' END, 'CIN', 1 + mod(child, 8) FROM life;

INSERT INTO cohort_episode (period_id, started_on, ended_on, reason_ended, reason_new, legal_status, need, placement, provider, reason_place_change, home_postcode, placement_postcode, urn)
SELECT child, started_on, started_on + 12, 'X1', 'S', CASE WHEN mod(child, 30) = 0 THEN 'V3' ELSE 'C1' END, 'N1', 'U6', 'PR1', '', '', '', '' FROM life
UNION ALL
SELECT child, started_on + 12, ended_on, CASE WHEN ended_on IS NOT NULL THEN 'E4A' END, 'L', CASE WHEN mod(child, 30) = 0 THEN 'V3' ELSE 'C2' END, 'N1', 'U6', 'PR1', '', '', '', '' FROM life;

-- Every other child had another IRO before; a child nobody planned for has none now.
INSERT INTO cohort_allocation (child_id, iro_id, started_on, ended_on, reason)
SELECT child, %(first_iro)s + mod(iro - %(first_iro)s + 1, %(in_post)s), started_on, started_on + 10, '' FROM life WHERE mod(child, 2) = 0
UNION ALL
SELECT child, iro, started_on + CASE mod(child, 2) WHEN 0 THEN 10 ELSE 0 END, CASE kind WHEN 'unplanned' THEN last_on + 1 ELSE ended_on END, '' FROM life;

INSERT INTO cohort_caseholding (child_id, team_id, worker_id, started_on, ended_on)
SELECT child, 1 + mod(child, %(teams)s), 1 + mod(child, %(teams)s * 8), started_on, ended_on FROM life;

-- A line for each review held: `n` of its case, `state` says what is still to do about the newest.
CREATE TEMPORARY TABLE held ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY child, n) AS review, child, n, kind, iro, held_on, since,
    CASE n WHEN 1 THEN 'first_review' WHEN 2 THEN 'second_review' ELSE 'later_review' END AS rule,
    n = held AND kind <> 'closed' AND (mod(child, %(rare)s) = 0 OR kind = 'unplanned') AS unfinished,
    n = held AS newest, n = held AND mod(child, %(rare)s) = 0 AS rare, mod(child * 11 + n * 7, 14) = 0 AS late
FROM (SELECT life.*, n, last_on - (held - n) * 180 AS held_on,
          CASE n WHEN 1 THEN started_on ELSE last_on - (held - n + 1) * 180 END AS since
      FROM life, generate_series(1, held) n) every;

INSERT INTO reviews_review (id, child_id, period_id, due_on, rule, base_on, count_months_as, booked_for, place, chair_id, held_on, method, participation_code, late_reason, late_detail, struck_on)
SELECT review, child, child, held_on + CASE WHEN late THEN -4 ELSE 6 END, rule, since, 'months', held_on + time '10:00', 'Council offices', iro, held_on, 'in_person',
    CASE WHEN mod(child + n, 25) = 0 THEN '' ELSE 'PN' || 1 + mod(child + n, 7) END, CASE WHEN late THEN 'court' ELSE '' END, '', NULL
FROM held;

-- Some were recorded in error; half of these wait for a second person, on a case that is closed.
INSERT INTO reviews_strike (review_id, reason, asked_on, asked_by_id, confirmed_on, confirmed_by_id)
SELECT review, 'The wrong child', held_on + 2, iro, CASE WHEN n = 1 THEN held_on + 3 END, CASE WHEN n = 1 THEN 1 END
FROM held WHERE kind = 'closed' AND mod(child, %(rare)s) = 0 AND (n = 1 OR rare);
UPDATE reviews_review SET struck_on = confirmed_on FROM reviews_strike s WHERE s.review_id = reviews_review.id AND confirmed_on IS NOT NULL;

-- The review planned in each open case: most are booked, some for today, a few are past their booked time.
CREATE TEMPORARY TABLE planned ON COMMIT DROP AS
SELECT (SELECT count(*) FROM held) + row_number() OVER (ORDER BY child) AS review, child, iro, held, last_on, last_on + 180 AS due_on,
    CASE WHEN mod(child, 6) = 0 THEN NULL
         WHEN mod(child, %(rare)s) = 0 OR last_on + 176 < date '2017-07-19' THEN timestamptz '2017-07-20 00:00Z' - mod(child, 3) * interval '1 day' + (7 + mod(child, 9)) * interval '1 hour'
         WHEN mod(child, 3) = 0 THEN NULL
         ELSE (last_on + 176 + mod(child, 3)) + time '13:00' END AS booked_for
FROM life WHERE kind = 'open';

INSERT INTO reviews_review (id, child_id, period_id, due_on, rule, base_on, count_months_as, booked_for, place, chair_id, method, participation_code, late_reason, late_detail, report_due_on)
SELECT review, child, child, due_on, CASE held WHEN 1 THEN 'second_review' ELSE 'later_review' END, last_on, 'months', booked_for, '', CASE WHEN mod(child, 4) > 0 THEN iro END, '', '', '', '', booked_for::date - 5
FROM planned;

-- Plans given up: one case in ten.
INSERT INTO reviews_review (id, child_id, period_id, due_on, rule, base_on, count_months_as, place, method, participation_code, late_reason, late_detail, cancelled_on, cancelled_reason)
SELECT (SELECT max(id) FROM reviews_review) + row_number() OVER (ORDER BY child), child, child, last_on + 180, 'later_review', last_on, 'months', '', '', '', '', '', last_on + 60, 'No longer looked after'
FROM life WHERE mod(child, 10) = 0 AND kind <> 'unplanned';

INSERT INTO reviews_outcomeform (review_id, due_at, submitted_at, submitted_by_id, attendees, others_attending, seen_alone, not_alone_reason, next_steps, parents_took_part, carers_took_part, placement_note, permanence_plan, plans_out_of_date, plans_checked, concern)
SELECT review, held_on + time '10:00' + interval '1 day', held_on + time '12:00' + CASE WHEN late THEN interval '2 days' ELSE interval '0' END, iro, '{mother,social_worker}'::varchar[], '', true, '', 'Go on as planned.', '', '', '',
    CASE WHEN n = 1 OR held_on < '2010-01-01' THEN '' WHEN rare THEN 'none_yet' ELSE 'fostering' END, '{}'::varchar[], true, ''
FROM held
UNION ALL
SELECT review, booked_for + interval '1 day', NULL, NULL, '{}', '', NULL, '', '', '', '', '', '', '{}', false, '' FROM planned WHERE booked_for IS NOT NULL;

-- Records: being written in the first weeks, to be sent where nobody planned on, else sent.
INSERT INTO reviews_record (review_id, remind_on, due_on, distribution_due_on, style, letter, since_last_review, wishes_and_feelings, discussion, care_plan, version, completed_on, completed_by_id, distributed_on, distributed_by_id, distributed_to)
SELECT review, held_on + 21, held_on + 28, held_on + 28, 'sections', '', repeat('Since the last review. ', 10), repeat('What the child said. ', 10), repeat('What was discussed. ', 20), '', 1,
    CASE WHEN NOT writing THEN least(held_on + 20, '2017-07-20') END, CASE WHEN NOT writing THEN iro END,
    CASE WHEN NOT writing AND NOT sending THEN least(held_on + 25, '2017-07-20') END, CASE WHEN NOT writing AND NOT sending THEN 3 END, ''
FROM (SELECT held.*, kind = 'open' AND (unfinished OR held_on > '2017-07-01') AS writing, kind = 'unplanned' AS sending FROM held) every;

INSERT INTO reviews_recipient (record_id, name, role, what, why, how, sent_on, sent_by_id)
SELECT r.id, role, role, CASE role WHEN 'school' THEN 'decisions' ELSE 'full' END, CASE role WHEN 'school' THEN 'Decisions only' ELSE '' END, 'post', r.distributed_on, r.distributed_by_id
FROM reviews_record r JOIN held ON held.review = r.review_id, unnest(ARRAY['child', 'mother', 'school']) role
WHERE r.completed_on IS NOT NULL AND (unfinished OR rare OR mod(held.review, 3) = 0);

-- What became of the last decisions of a case that closed, nobody wrote down.
INSERT INTO reviews_decision (review_id, number, text, owner, by_when, outcome, outcome_on, outcome_why)
SELECT review, number, 'Find a place at the new school', 'Worker ' || mod(child, 8), held_on + 42, CASE WHEN to_do THEN '' WHEN mod(child, 9) = 0 THEN 'not_done' ELSE 'done' END,
    CASE WHEN NOT to_do THEN held_on + 40 END, 'No place was free'
FROM (SELECT *, newest OR held_on > '2017-05-01' AS to_do FROM held) every, generate_series(1, 1 + mod(child, 2)) number;

-- Sheets: to send, objected to, waiting for an answer, or agreed.
INSERT INTO reviews_decisionsheet (review_id, due_on, manager_id, sent_on, sent_by_id, answer_due_on, answer, answer_text, answered_on, answered_by_id, settled_note)
SELECT review, held_on + 7, CASE WHEN NOT to_send THEN 4 + mod(child, %(teams)s) END, CASE WHEN NOT to_send THEN held_on + 1 END, CASE WHEN NOT to_send THEN iro END, CASE WHEN waiting THEN date '2017-07-24' WHEN NOT to_send THEN held_on + 8 END,
    CASE WHEN to_send OR waiting THEN '' WHEN objects THEN 'objects' ELSE 'agrees' END, CASE WHEN objects THEN 'There is no such school.' ELSE '' END,
    CASE WHEN NOT (to_send OR waiting) THEN held_on + 4 END, CASE WHEN NOT (to_send OR waiting) THEN 4 + mod(child, %(teams)s) END, ''
FROM (SELECT *, kind = 'open' AND (unfinished AND mod(child / %(rare)s, 2) = 0 OR held_on > '2017-07-16') AS to_send, kind = 'unplanned' AS waiting,
          kind = 'open' AND unfinished AND mod(child / %(rare)s, 2) = 1 AND held_on <= '2017-07-16' AS objects FROM held) every;

INSERT INTO reviews_midwaycheck (review_id, due_on, done_on, done_by_id, outcome, note)
SELECT review, held_on - 90, held_on - 92, iro, 'on_track', '' FROM held WHERE n > 1
UNION ALL
SELECT review, last_on + 90, CASE WHEN done THEN last_on + 88 END, CASE WHEN done THEN iro END, CASE WHEN done THEN 'on_track' ELSE '' END, ''
FROM (SELECT *, last_on + 88 <= '2017-07-20' AND mod(child, 20) > 0 AND mod(child, %(rare)s) > 0 AS done FROM planned) every;

INSERT INTO reviews_footprint (child_id, kind, "on", note, by_id, logged_at)
SELECT child, 'visit', started_on + k * 80, 'Seen at home.', iro, started_on + k * 80 + time '15:00'
FROM life, generate_series(1, 4) k WHERE started_on + k * 80 < date '2017-05-01' AND mod(child, 8) > 0;

INSERT INTO reviews_invitation (review_id, name, role, consulted_only, sent_on, sent_by_id, answer, views)
SELECT review, role, role, false, held_on - 14, 3, '', '' FROM held, unnest(ARRAY['child', 'mother']) role WHERE mod(review, 4) = 0
UNION ALL
SELECT review, role, role, false, NULL, NULL, '', '' FROM planned, unnest(ARRAY['child', 'mother']) role WHERE booked_for IS NOT NULL AND mod(child, 2) = 0;

INSERT INTO reviews_planchange (review_id, kind, asked_by, reason, day_after, at, by_id)
SELECT review, 'booked', '', '', held_on, held_on - 20 + time '11:00', iro FROM held WHERE mod(review, 2) = 0;

INSERT INTO reviews_adjournment (review_id, adjourned_on, resume_by, reason, by_id)
SELECT review, held_on - 10, held_on + 18, 'The child was unwell', iro FROM held WHERE mod(review, 90) = 0 AND since <= held_on - 10
UNION ALL
SELECT review, '2017-07-10', '2017-08-07', 'The child was unwell', iro FROM planned WHERE mod(child, 50) = 0;

INSERT INTO reviews_childspage (review_id, kind, code_hash, made_at, made_by_id, expires_on, answers, finished_at)
SELECT review, 'feedback', md5(review::text), held_on + time '16:00', iro, held_on + 28,
    CASE WHEN mod(review, 3) = 0 THEN '{}' ELSE '{"listened": {"choice": "yes", "words": "They asked me."}}' END::jsonb, CASE WHEN mod(review, 3) > 0 THEN held_on + time '18:00' END
FROM held WHERE rare OR mod(review, 12) = 0;

-- Notices: nearly all sent; of the newest some wait, some failed, some are no longer owed.
INSERT INTO reviews_notice (kind, review_id, to_id, due_on, owed_on, attempts, attempted_at, sent_at, error)
SELECT 'record_reminder', review, iro, held_on + 28, held_on + 22, 1, held_on + 22 + time '07:00', held_on + 22 + time '07:00', '' FROM held WHERE held_on < '2017-06-20' AND mod(review, 4) > 0
UNION ALL
SELECT 'record_overdue', review, iro, held_on + 28, '2017-07-18', CASE WHEN mod(child / %(rare)s, 2) = 0 THEN 1 ELSE 0 END, CASE WHEN mod(child / %(rare)s, 2) = 0 THEN timestamptz '2017-07-18 09:00Z' END, NULL, CASE WHEN mod(child / %(rare)s, 2) = 0 THEN 'The mail server could not be reached.' ELSE '' END FROM held WHERE unfinished AND kind = 'open';
INSERT INTO reviews_notice (kind, review_id, to_id, due_on, owed_on, attempts, withdrawn_at, error)
SELECT 'record_due', review, iro, held_on + 28, held_on + 28, 0, held_on + 28 + time '08:00', '' FROM held WHERE rare;
INSERT INTO reviews_notice (kind, to_id, due_on, owed_on, attempts, attempted_at, sent_at, error)
SELECT 'weekly_digest', i, monday, monday, 1, monday, monday, '' FROM generate_series(%(first_iro)s, %(last_iro)s) i, generate_series(date '2016-07-18', '2017-07-10', '7 days') monday;

-- Under this address a calendar program reads the first IRO's reviews.
INSERT INTO reviews_calendarfeed (person_id, secret_hash, made_at) VALUES (%(first_iro)s, %(feed)s, '2017-07-01');

-- Disputes: one closed case in eight had one, and some of the open ones have; each with the line that opened it.
INSERT INTO disputes_ladder (id, made_on) VALUES (1, '2000-01-01');
INSERT INTO disputes_stage (ladder_id, number, name, formal, working_days, owner)
SELECT 1, i, 'Stage ' || i, i > 0, 5, 'team_manager' FROM generate_series(0, 4) i;

CREATE TEMPORARY TABLE disputed ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY child) AS dispute, child, iro, kind = 'closed' AS closed,
    CASE kind WHEN 'closed' THEN last_on - 40 ELSE date '2017-07-20' - 1 - mod(child / %(rare)s, 25) END AS raised_on,
    3 + 1 + mod(child, %(teams)s) AS manager, 1 + mod(child, %(teams)s) AS team, 1 + mod(child, %(teams)s * 8) AS worker
FROM life WHERE kind <> 'unplanned' AND (mod(child, 8) = 0 AND kind = 'closed' OR mod(child, %(rare)s) = 0);

INSERT INTO disputes_dispute (id, child_id, theme, text, wanted, impact, urgency, team_id, worker_id, raised_on, raised_by_id, iro_id, ladder_id,
    state, stage, started_at_stage, asked_id, stage_from_on, stage_due_on, formal_on, total_due_on, settled_on, closed_on, outcome, what_changed)
SELECT dispute, child, (ARRAY['drift_and_delay','permanence','placement','poor_practice'])[1 + mod(child, 4)], 'Nothing moves.', 'That it moves.', '', 'routine',
    team, worker, raised_on, iro, iro, 1, CASE WHEN closed THEN 'closed' WHEN mod(child / %(rare)s, 3) = 0 THEN 'answered' ELSE 'waiting' END, 1, 1, manager,
    raised_on, raised_on + 7, raised_on, raised_on + 28, CASE WHEN closed THEN raised_on + 20 END, CASE WHEN closed THEN raised_on + 25 END,
    CASE WHEN closed THEN 'upheld' ELSE '' END, CASE WHEN closed THEN 'It moved.' ELSE '' END
FROM disputed;

INSERT INTO disputes_step (dispute_id, move, "on", at, by_id, text, state, stage, asked_id, stage_due_on, skipped_because, answer, outcome, private)
SELECT dispute, 'opened', raised_on, raised_on + time '09:00', iro, '', 'waiting', 1, manager, raised_on + 7, 'It was tried by word.', '', '', false FROM disputed;

INSERT INTO disputes_goodpractice (child_id, theme, text, team_id, worker_id, raised_on, raised_by_id, iro_id)
SELECT child, 'participation', 'She was heard.', team, worker, raised_on, iro, iro FROM disputed WHERE NOT closed;
