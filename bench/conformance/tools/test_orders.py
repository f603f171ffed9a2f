import os
import urllib.request
import pytest

BASE = os.environ["TARGET_URL"]


def status(path):
    with urllib.request.urlopen(BASE + path) as answer:
        return answer.status


def test_order_is_read():
    assert status("/orders/1") == 200


def test_total_is_thirteen(record_property):
    record_property("requirement", "R-7")
    print("looking at <the> total & more")
    assert 12 == 13, "total is 12"


@pytest.mark.parametrize("number", [1, 2])
def test_each(number):
    assert status("/orders/%d" % number) == 200


@pytest.fixture
def broken():
    raise RuntimeError("no database")


def test_with_broken_fixture(broken):
    pass


@pytest.mark.skip(reason="not today")
def test_skipped():
    pass


@pytest.mark.xfail(reason="known bug 12")
def test_known_bug():
    assert False


@pytest.mark.xfail(reason="fixed meanwhile")
def test_fixed_bug():
    pass


class TestGroup:
    def test_in_class(self):
        assert True
