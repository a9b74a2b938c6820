"""Every row of "Bad input gets", as a user sees it."""

import pytest

from cli.running import HEAD, REPORT, SLUG, TABLE, Rubrik


def refusal(rubrik: Rubrik, content: str | bytes, lang: str = "vi", name: str = "s.toml") -> str:
    """What is said of a submission that cannot be used; its path is left out."""
    path = rubrik.file(name, content)
    result = rubrik("score", path, "--lang", lang)

    assert (2, "") == (result.status, result.out)
    return result.err.replace(path, name)


class TestFiles:
    """What is no submission at all: one line, with the place where it is known."""

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                (
                    "rubrik: s.toml, dòng 2, cột 5: không phải TOML hợp lệ: "
                    "giá trị không hợp lệ; chữ, số lẻ và tỷ lệ phải đặt trong ngoặc kép\n"
                ),
            ),
            ("en", "rubrik: s.toml, line 2, column 5: not valid TOML: Invalid value\n"),
        ],
    )
    def test_a_toml_syntax_error(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """File, line and column, and what the parser says."""
        assert expected == refusal(rubrik, "a = 1\nb = \n", lang)

    def test_a_json_syntax_error(self, rubrik: Rubrik) -> None:
        """The same for JSON."""
        assert (
            "rubrik: s.json, line 1, column 2: not valid JSON: "
            "Expecting property name enclosed in double quotes\n"
        ) == refusal(rubrik, "{", "en", "s.json")

    @pytest.mark.parametrize(
        ("lang", "expected"), [("vi", "không có tệp này"), ("en", "there is no such file")]
    )
    def test_a_missing_file(self, rubrik: Rubrik, lang: str, expected: str) -> None:
        """It is named."""
        result = rubrik("score", "no.toml", "--lang", lang)

        assert (2, "", f"rubrik: no.toml: {expected}\n") == (result.status, result.out, result.err)

    @pytest.mark.parametrize("command", ["score", "show", "template"])
    def test_a_directory(self, rubrik: Rubrik, command: str) -> None:
        """Whoever reads it, a directory is no file."""
        result = rubrik(command, str(rubrik.folder), "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {rubrik.folder}: this is a directory: a TOML or JSON file is expected\n"
        ) == result.err

    def test_a_binary_file(self, rubrik: Rubrik) -> None:
        """It is told from text in another encoding where it can be."""
        assert (
            "rubrik: s.toml: this is a binary file: a TOML or JSON file is expected\n"
        ) == refusal(rubrik, b"\x7fELF\0\0", "en")

    def test_a_file_that_is_not_utf8(self, rubrik: Rubrik) -> None:
        """The place of the first wrong byte is known."""
        assert (
            "rubrik: s.toml, line 2, column 3: not UTF-8 text: a TOML or JSON file is expected\n"
        ) == refusal(rubrik, b"#\n# \xff", "en")

    def test_a_path_that_is_too_long(self, rubrik: Rubrik) -> None:
        """What the system refuses is said in one line."""
        for arguments in (("score", "a" * 5000), ("show", "a" * 5000), ("show", "a/" * 5000)):
            result = rubrik(*arguments, "--lang", "en")

            assert (2, "", 1) == (result.status, result.out, result.err.count("\n"))

    def test_a_rubric_named_with_a_null_byte(self, rubrik: Rubrik) -> None:
        """A name that no file can have is no rubric."""
        said = refusal(rubrik, 'rubric = "a\\u0000b.toml"', "en")

        assert ("rubrik: ", 1) == (said[:8], said.count("\n"))

    def test_an_unknown_rubric(self, rubrik: Rubrik) -> None:
        """The nearest slug is named, whoever misspells it."""
        expected = f"rubrik: there is no rubric 'thanh-hoa/cap-xa' (did you mean: {SLUG}?)\n"
        result = rubrik("show", "thanh-hoa/cap-xa", "--lang", "en")

        assert (2, expected) == (result.status, result.err)
        assert result.err == refusal(rubrik, 'rubric = "thanh-hoa/cap-xa"', "en")

    @pytest.mark.parametrize("command", [["score"], ["verify"], ["compare", REPORT]])
    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "vi",
                "không có bộ tiêu chí 'zzz' (bộ tiêu chí của riêng bạn: thêm --rubric TỆP)",
            ),
            ("en", "there is no rubric 'zzz' (--rubric FILE gives a rubric of your own)"),
        ],
    )
    def test_a_report_under_a_rubric_that_does_not_ship(
        self, rubrik: Rubrik, command: list[str], lang: str, expected: str
    ) -> None:
        """There is an option for rubrics in files."""
        result = rubrik(*command, rubrik.file("rep.toml", 'rubric = "zzz"'), "--lang", lang)

        assert (2, "", f"rubrik: {expected}\n") == (result.status, result.out, result.err)

    def test_an_unknown_rubric_in_the_place_of_that_of_the_report(self, rubrik: Rubrik) -> None:
        """Whoever gives the option need not be told of it."""
        result = rubrik("score", REPORT, "--rubric", "zzz", "--lang", "en")

        assert (2, "rubrik: there is no rubric 'zzz'\n") == (result.status, result.err)

    @pytest.mark.parametrize("command", ["score", "audit"])
    def test_a_table(self, rubrik: Rubrik, command: str) -> None:
        """It has a command of its own."""
        result = rubrik(command, TABLE, "--lang", "en")

        assert (
            2,
            f"rubrik: {TABLE}: this is a table of many reports: rubrik score-table scores tables\n",
        ) == (result.status, result.err)


class TestStdin:
    """What is piped in is refused as a file is."""

    def test_a_syntax_error(self, rubrik: Rubrik) -> None:
        """The place in it is known."""
        result = rubrik("score", "-", "--lang", "en", stdin=b"a = \n")

        assert 2 == result.status
        assert "rubrik: stdin, line 1, column 5: not valid TOML: Invalid value\n" == result.err

    def test_bytes_that_are_no_text(self, rubrik: Rubrik) -> None:
        """Not UTF-8."""
        result = rubrik("score", "-", "--lang", "en", stdin=b"\xff")

        assert ("rubrik: stdin: not UTF-8 text: a TOML or JSON file is expected\n") == result.err

    def test_a_rubric(self, rubrik: Rubrik) -> None:
        """A rubric cannot be scored."""
        result = rubrik("score", "-", stdin=b'slug = "x"\ntitle = "y"\nnode = []\n')

        assert "rubrik: stdin: đây là một bộ tiêu chí: cần một phiếu báo cáo\n" == result.err

    def test_too_much(self, rubrik: Rubrik) -> None:
        """No more is read than a file could have."""
        result = rubrik("score", "-", "--lang", "en", stdin=b" " * (5 * 1024 * 1024))

        assert "rubrik: stdin: the file is too large: at most 4 MB are read\n" == result.err

    def test_values_that_are_refused(self, rubrik: Rubrik) -> None:
        """Problems of the content name it as well."""
        result = rubrik("score", "-", "--lang", "en", stdin=f"{HEAD}inputs = {{ x = 1 }}".encode())

        assert "rubrik: stdin: inputs › x: there is no input x\n" == result.err


class TestContent:
    """What does not fit the rubric: all of it at once, with what was meant."""

    def test_unknown_names_are_all_listed(self, rubrik: Rubrik) -> None:
        """Inputs, codes and options, each with its nearest name."""
        inputs = '[inputs]\ncbcx = 1\ntruong_ban = "cap_tuong"\n'
        said = refusal(rubrik, f'{HEAD}{inputs}[claims]\n"6.14" = 1\n[evidence]\nx = ""\n', "en")

        assert (
            "rubrik: s.toml: 4 problems:\n"
            "- inputs › cbcx: there is no input cbcx (did you mean: cbcc?)\n"
            "- inputs › truong_ban: Trưởng ban Ban Chỉ đạo về chuyển đổi số của xã, phường, "
            "thị trấn: 'cap_tuong' will not do, one of: cap_truong, cap_pho, khong is expected "
            "(did you mean: cap_truong, cap_pho?)\n"
            "- claims › 6.14: there is no criterion 6.14 (did you mean: 6.4, 6.1, 6.13?)\n"
            "- evidence › x: there is no criterion x\n"
        ) == said

    @pytest.mark.parametrize(
        ("inputs", "expected"),
        [
            (
                "cbcc = -1",
                (
                    "rubrik: s.toml: inputs › cbcc: Tổng số cán bộ công chức (CBCC): "
                    "'-1' không hợp lệ, cần một số nguyên từ 0 trở lên\n"
                ),
            ),
            (
                "thon = 10\nthon_co_to_cnscd = 11",
                (
                    "rubrik: s.toml: inputs › thon_co_to_cnscd: Số thôn, bản, khu phố có tổ công "
                    "nghệ số cộng đồng (11) lớn hơn Tổng thôn, bản, khu phố trên địa bàn (10)\n"
                ),
            ),
            (
                'ty_le_dn_thue_dien_tu = "140%"',
                (
                    "rubrik: s.toml: inputs › ty_le_dn_thue_dien_tu: Tỷ lệ DN nộp thuế điện tử: "
                    "'140%' không hợp lệ, cần một tỷ lệ từ 0 đến 100%\n"
                ),
            ),
        ],
    )
    def test_a_value_outside_its_domain(self, rubrik: Rubrik, inputs: str, expected: str) -> None:
        """The input's label, the value and what would be allowed."""
        assert expected == refusal(rubrik, f"{HEAD}[inputs]\n{inputs}\n")

    def test_thirteen_months(self, rubrik: Rubrik) -> None:
        """A count with an upper limit has it in the refusal."""
        rubric = rubrik.file(
            "r.toml",
            'slug = "m"\ntitle = "M"\n[[input]]\nname = "m"\nkind = "count"\nlabel = "Số tháng"\n'
            'max = 12\n[[node]]\ncriterion = "1"\nname = "A"\nmax = 1\nmeasure = { count = "m" }\n'
            'score = { kind = "proportional", rate = 1 }\n',
        )
        report = rubrik.file("s.toml", 'rubric = "m"\ninputs = { m = 13 }')
        result = rubrik("score", report, "--rubric", rubric, "--lang", "en")

        assert 2 == result.status
        assert (
            f"rubrik: {report}: inputs › m: Số tháng: '13' will not do, "
            "a whole number from 0 to 12 is expected\n"
        ) == result.err

    def test_control_codes_are_shown_and_not_sent(self, rubrik: Rubrik) -> None:
        """A file cannot paint the reader's terminal."""
        assert "rubrik: s.toml: inputs › '\\x1b[31m': there is no input '\\x1b[31m'\n" == refusal(
            rubrik, f'{HEAD}[inputs]\n"\\u001b[31m" = 1\n', "en"
        )


class TestSizes:
    """What would take all memory or time is refused at once."""

    @pytest.mark.parametrize("command", ["score", "show"])
    def test_nested_a_thousand_deep(self, rubrik: Rubrik, command: str) -> None:
        """TOML and JSON, rubric and submission."""
        said = "nested too deep: at most 64 levels are read\n"
        toml = rubrik.file("deep.toml", "a = " + "[" * 1000 + "]" * 1000)
        json = rubrik.file("deep.json", '{"a": ' * 1000 + "1" + "}" * 1000)

        for path in (toml, json):
            result = rubrik(command, path, "--lang", "en")

            assert (2, "", f"rubrik: {path}: {said}") == (result.status, result.out, result.err)

    def test_a_file_of_ten_megabytes(self, rubrik: Rubrik) -> None:
        """The limit is said."""
        assert ("rubrik: s.toml: the file is too large: at most 4 MB are read\n") == refusal(
            rubrik, b'a = "' + b"x" * 10_000_000 + b'"', "en"
        )

    def test_a_number_without_end(self, rubrik: Rubrik) -> None:
        """An exponent is not computed."""
        said = refusal(rubrik, f'{HEAD}[inputs]\ncbcc = "1e999999999"\n', "en")

        assert said.startswith(
            "rubrik: s.toml: inputs › cbcc: Tổng số cán bộ công chức (CBCC): '1e999999999' "
            "will not do, a whole number from 0 up is expected ("
        )


class TestArguments:
    """Arguments that cannot be understood: one line, the way to help, status 2."""

    @pytest.mark.parametrize(
        ("arguments", "vi", "en"),
        [
            (
                ["scor", "x"],
                "không có lệnh 'scor' (có phải là: score?)",
                "there is no command 'scor' (did you mean: score?)",
            ),
            (
                ["zzz"],
                "không có lệnh 'zzz' (xem rubrik --help)",
                "there is no command 'zzz' (see rubrik --help)",
            ),
            (
                ["score"],
                "thiếu TỆP (xem rubrik score --help)",
                "FILE is missing (see rubrik score --help)",
            ),
            (
                ["list", "a", "b"],
                "thừa tham số 'a b' (xem rubrik list --help)",
                "too many arguments: 'a b' (see rubrik list --help)",
            ),
            (
                ["list", "--jsn"],
                "không có tùy chọn '--jsn' (có phải là: --json?)",
                "there is no option '--jsn' (did you mean: --json?)",
            ),
            (
                ["list", "--xyzzy"],
                "không có tùy chọn '--xyzzy' (xem rubrik list --help)",
                "there is no option '--xyzzy' (see rubrik list --help)",
            ),
            (
                ["score", "x", "--missing", "none"],
                "--missing: cần một trong: zero, range (xem rubrik score --help)",
                "--missing: one of these is expected: zero, range (see rubrik score --help)",
            ),
            (
                ["score", "x", "--json=1"],
                "tùy chọn --json thiếu giá trị hoặc không nhận giá trị (xem rubrik --help)",
                "the option --json lacks its value, or takes none (see rubrik --help)",
            ),
        ],
    )
    def test_is_said_in_one_line(
        self, rubrik: Rubrik, arguments: list[str], vi: str, en: str
    ) -> None:
        """In either language."""
        first, second = rubrik(*arguments), rubrik("--lang", "en", *arguments)

        assert (2, "", f"rubrik: {vi}\n") == (first.status, first.out, first.err)
        assert (2, "", f"rubrik: {en}\n") == (second.status, second.out, second.err)

    def test_an_unknown_language(self, rubrik: Rubrik) -> None:
        """There are two, and Vietnamese is the one to say so in."""
        result = rubrik("list", "--lang", "fr")

        assert 2 == result.status
        assert "rubrik: --lang: cần một trong: vi, en (xem rubrik list --help)\n" == result.err

    def test_unknown_readings_are_all_listed(self, rubrik: Rubrik) -> None:
        """Readings and options, each with its nearest name."""
        arguments = ("--reading", "oi-da-3-11=10", "--reading", "toi-da-3-11=11")
        result = rubrik("score", REPORT, *arguments, "--lang", "en")

        assert 2 == result.status
        assert (
            "rubrik: 2 problems:\n"
            "- there is no reading oi-da-3-11 (did you mean: toi-da-3-11?)\n"
            "- reading 'toi-da-3-11': there is no option 11\n"
        ) == result.err

    def test_a_reading_without_an_option(self, rubrik: Rubrik) -> None:
        """The form is shown."""
        result = rubrik("show", SLUG, "--reading", "toi-da-3-11", "--lang", "en")

        assert 2 == result.status
        assert (
            "rubrik: --reading: 'toi-da-3-11' will not do: "
            "ID=OPTION is expected, as in toi-da-3-11=10\n"
        ) == result.err
