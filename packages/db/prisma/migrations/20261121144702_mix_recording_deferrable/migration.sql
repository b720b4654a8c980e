-- A mix has a current recording and a recording has a mix: a restore writes both and asks at the end whether they fit.
ALTER TABLE "mix" ALTER CONSTRAINT "mix_tenant_id_recording_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
