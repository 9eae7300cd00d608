"""The launcher, one room per idea.

say           what the launcher tells the person at the terminal
paths         where everything it makes lives
locks         two launchers at once
system        what the machine must have: system packages, disk, free ports
odoo_source   Odoo 19 itself: Debian's package unpacked, or a source tree
environment   the Python virtual environment
postgres      the embedded PostgreSQL, or another server
databases     prepared databases: made once, cloned with their filestore
server        Odoo processes: run, wait, stop
testing       the tests and the benchmarks
cli           the commands
"""
