"""What lets a change pass: check, waivers, baseline, census, trace and scenario tests."""
