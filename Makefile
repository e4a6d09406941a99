.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run chat setup tools index test check benchmark format lock clean

BIN := .venv/bin
ARGS :=
export PYTHON

help: ## Liệt kê các lệnh
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: setup ## Cài những gì còn thiếu rồi mở trang của cán bộ và các kênh đã cấu hình
	@$(BIN)/danbiet serve

chat: setup ## Hỏi đáp trong cửa sổ lệnh
	@$(BIN)/danbiet chat

setup: ## Cài thư viện (PYTHON=… chọn bản Python)
	@scripts/setup

tools:
	@scripts/setup dev

index: setup ## Lập chỉ mục các nghị quyết
	@$(BIN)/danbiet index

test: export HF_HUB_OFFLINE := 1
test: export PYTHONDONTWRITEBYTECODE := # the workers share what is compiled once
test: tools ## Chạy mọi kiểm thử (ARGS="-k …" chọn bớt)
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

check: tools ## Kiểm tra định dạng, lỗi, kiểu, phụ thuộc, rồi mọi kiểm thử
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

benchmark: tools ## Đo thời gian và bộ nhớ: trả lời, đông người cùng hỏi, đổi chỉ mục, trang của cán bộ
	@$(BIN)/python -m benchmarks.answer tests/question_sets/*.jsonl
	@$(BIN)/python -m benchmarks.serve tests/question_sets/*.jsonl
	@$(BIN)/python -m benchmarks.webhooks
	@$(BIN)/python -m benchmarks.reindex
	@$(BIN)/python -m benchmarks.console 100000

format: tools ## Định dạng và sửa những lỗi tự sửa được
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: tools ## Ghi các phiên bản đang cài vào requirements/
	@$(BIN)/python scripts/lock.py

clean: ## Xóa môi trường và tệp tạm; dữ liệu trong var/ ở lại
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
