"""A replica ends while it is in use, and its reader goes on with the other one."""

import pytest
from playwright.sync_api import Browser

from tests.hosting.replicas import Report, lose_a_replica, nginx, replicas_behind_nginx

pytestmark = pytest.mark.xdist_group("replicas")


@pytest.fixture(scope="module")
def report(browser: Browser) -> Report:
    program = nginx()
    if program is None:
        pytest.skip("nginx is not installed; where it is, tests.hosting.replicas shows the same")
    with replicas_behind_nginx(program) as (proxy, servers):
        return lose_a_replica(browser, proxy, servers)


def test_a_reader_stays_with_one_replica(report: Report):
    assert sorted(report.readers_of_each) == [0, 1]


def test_the_reader_keeps_their_state_and_goes_on(report: Report):
    assert report.before != report.at_link
    assert report.after == report.before
    assert report.after_next_move.sliders != report.after.sliders
    assert report.after_next_move.of_the_class != report.after.of_the_class
    assert report.after_next_edit.table[0][2] == "0.11"
    assert report.after_next_edit.table[1][2] == "0.22"
    assert report.after_next_edit.losses != report.after.losses


def test_the_proxys_log_holds_nothing_that_the_reader_typed(report: Report):
    assert "GET /binary 200" in report.log
    assert report.link not in report.log
    assert "s=" not in report.log
