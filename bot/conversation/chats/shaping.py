"""A reply in the posts that a platform can show."""

from __future__ import annotations

from bot.channels.base import Abilities, Button, Post
from bot.conversation.chats.splitting import shorten, split
from bot.conversation.values import Reply
from prompts.render import render


def shape(reply: Reply, abilities: Abilities) -> tuple[Post, ...]:
    """Return `reply` in posts that keep to the `abilities`, the buttons below the last one.

    More choices than there may be buttons become a numbered list at the end of the text.
    """
    menu = reply.menu
    if menu and len(menu.choices) > abilities.most_buttons:
        text = render("chat/choices", text=reply.text, choices=menu.choices)
        return _posts(text, abilities)
    posts = _posts(reply.text, abilities)
    if not menu or not posts:
        return posts
    return (*posts[:-1], Post(posts[-1].text, _buttons(reply, abilities)))


def _posts(text: str, abilities: Abilities) -> tuple[Post, ...]:
    return tuple(Post(part) for part in split(text, abilities.longest_text))


def _buttons(reply: Reply, abilities: Abilities) -> tuple[tuple[Button, ...], ...]:
    rows = []
    index = 0
    for row in reply.choices:
        labels = [shorten(choice.label, abilities.longest_label) for choice in row]
        rows.append(
            tuple(
                Button(label, f"{reply.id}:{number}") for number, label in enumerate(labels, index)
            )
        )
        index += len(row)
    return tuple(rows)
