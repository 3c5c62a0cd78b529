# What the command line says besides diagnostics.
build-two-renames = this system cannot exchange two folders in one step: for a moment the site was not there

# new
new-made = Made:
new-next-site =
    What to do next:
      1. write the name of the site and its publisher: { $site }
      2. describe your place and its body: { $places }
      3. begin an act: qadam new act PLACE/YEAR-NUMBER
    { $readme } tells how to work.
new-next-act =
    What to do next:
      1. open { $path } and write the words of the act in place of the blanks ‹? …›
      2. see what is still to be written: qadam check
      3. begin a regulation: qadam new regulation { $id }/01-NAME-OF-SERVICE
new-next-regulation =
    What to do next:
      1. open { $path } and write the words of the act in place of the blanks ‹? …›
      2. see what is still to be written: qadam check
      3. hold the encoding against the publication: qadam check --source FILE --act { $act }
