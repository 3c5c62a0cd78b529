# What the command line says besides diagnostics.
build-two-renames = this system cannot exchange two folders in one step: for a moment the site was not there
