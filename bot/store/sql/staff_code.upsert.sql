-- Notes the time step of a code. Changes no row when it, or a later one, was used before.
-- ?1 name, ?2 step
INSERT INTO staff_code (name, step)
VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET step = excluded.step
WHERE excluded.step > step;
