#!/usr/bin/env python3
"""Draws the county map that the pages show: src/main/resources/geo/01/county-map.json.

Run it from the root of the project, with nothing but Python 3.9 or newer:

    python3 src/map/county_map.py

It reads the three GeoJSON files beside its result and writes SVG path data in a plane of 640 x 758
units. Islands that the generalised municipality polygons lack are taken from the sea's holes and
given to the nearest municipality, which is right for a sketch and not for deciding whose an island is.
"""

import json
import math
import pathlib

GEO = pathlib.Path("src/main/resources/geo/01")
WIDTH, HEIGHT = 640, 758
LEFT, TOP, WEST, NORTH = 24.0, 13.0, 17.24034, 60.21286
PER_DEGREE = 525.0
PER_DEGREE_EAST = PER_DEGREE * math.cos(math.radians(59.5))

# A lens in the corner shows the crowded inner part at twice the size.
LENS = {"x": 404, "y": 522, "width": 236, "height": 236, "scale": 2.0, "fromX": 173.3, "fromY": 371.0}

# Where sign and name stand inside the lens, when the municipality's own point is cut off or too near another.
IN_LENS_AT = {"stockholm": (203.0, 470.0), "solna": (231.0, 451.0), "sundbyberg": (212.0, 451.5), "jarfalla": (186.0, 415.0)}
NAME_ABOVE = {"sundbyberg", "upplands-vasby"}

# Shown by name inside the lens only, since there is no room for the name outside it.
IN_LENS = {"sollentuna", "taby", "danderyd", "sundbyberg", "solna", "lidingo", "jarfalla", "stockholm"}
NO_NAME = {"nacka", "vaxholm"}
ACTOR_OF = {
    "0114": "upplands-vasby", "0115": "vallentuna", "0117": "osteraker", "0120": "varmdo", "0123": "jarfalla",
    "0125": "ekero", "0126": "huddinge", "0127": "botkyrka", "0128": "salem", "0136": "haninge", "0138": "tyreso",
    "0139": "upplands-bro", "0140": "nykvarn", "0160": "taby", "0162": "danderyd", "0163": "sollentuna",
    "0180": "stockholm", "0181": "sodertalje", "0182": "nacka", "0183": "sundbyberg", "0184": "solna",
    "0186": "lidingo", "0187": "vaxholm", "0188": "norrtalje", "0191": "sigtuna", "0192": "nynashamn",
}
# Lake Mälaren is in neither file: the hull of the municipalities round it is painted as water first.
ROUND_THE_LAKE = {"upplands-bro", "jarfalla", "ekero", "salem", "nykvarn", "stockholm", "solna", "danderyd", "huddinge"}


def plane(point):
    return (LEFT + (point[0] - WEST) * PER_DEGREE_EAST, TOP + (NORTH - point[1]) * PER_DEGREE)


def rings_of(geometry):
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[[plane(p) for p in ring] for ring in polygon] for polygon in polygons]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def middle(ring):
    return (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))


def inside(point, ring):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def off_line(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    if dx == 0 and dy == 0:
        return math.dist(p, a)
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy))


def simpler(points, tolerance):
    """Douglas and Peucker, without recursion."""
    if len(points) < 3:
        return points
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = 0.0, None
        for i in range(first + 1, last):
            distance = off_line(points[i], points[first], points[last])
            if distance > far:
                far, at = distance, i
        if at is not None and far > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def number(value):
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def path(rings, tolerance, least=0.5):
    """Relative path data with one decimal; each ring is closed. Rings smaller than `least` are left out."""
    drawn = []
    for ring in rings:
        if area(ring) < least:
            continue
        points = [(round(x, 1), round(y, 1)) for x, y in simpler(ring, tolerance)]
        if points[0] == points[-1]:
            points = points[:-1]
        if len(points) < 3:
            continue
        steps = [f"M{number(points[0][0])} {number(points[0][1])}l"]
        moves = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points, points[1:])]
        steps.append(" ".join(f"{number(round(x, 1))} {number(round(y, 1))}" for x, y in moves))
        drawn.append("".join(steps).replace(" -", "-") + "z")
    return "".join(drawn)


def hull(points):
    points = sorted(set(points))

    def half(ordered):
        line = []
        for p in ordered:
            while len(line) > 1 and (line[-1][0] - line[-2][0]) * (p[1] - line[-2][1]) <= (line[-1][1] - line[-2][1]) * (p[0] - line[-2][0]):
                line.pop()
            line.append(p)
        return line[:-1]

    return half(points) + half(points[::-1])


def in_plane(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < HEIGHT


def clipped(ring):
    """Sutherland and Hodgman against the plane with a margin: what lies far outside is not sent to anybody."""
    edges = [(0, -4, 1), (0, WIDTH + 4, -1), (1, -4, 1), (1, HEIGHT + 4, -1)]
    for axis, limit, sign in edges:
        kept = []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            a_in, b_in = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if a_in != b_in:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                crossing = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
                kept += [crossing, b] if b_in else [crossing]
            elif b_in:
                kept.append(b)
        ring = kept
        if not ring:
            break
    return ring


def load(name):
    return json.loads((GEO / name).read_text(encoding="utf-8"))["features"]


def give_islands(municipalities, islands):
    """Each island of the county to the municipality it lies nearest to; what is left is land outside."""
    others = []
    edges = {code: [p for polygon in polygons for p in polygon[0]] for code, polygons in municipalities.items()}
    for island in islands:
        x, y = at = middle(island)
        if any(inside(at, polygon[0]) for polygons in municipalities.values() for polygon in polygons):
            continue
        code, distance = min(
            ((code, min(math.dist(at, p) for p in points)) for code, points in edges.items()), key=lambda found: found[1]
        )
        outside = (y < 45 and x < 415) or (x < 165 and y > 690) or x > 610 or distance > 110
        if outside:
            others.append(island)
        else:
            municipalities[code].append([island])
    return others


def main():
    features = sorted(load("municipalities.geojson"), key=lambda f: f["properties"]["code"])
    land = {f["properties"]["code"]: rings_of(f["geometry"]) for f in features}
    seas = [polygon for f in load("sea.geojson") for polygon in rings_of(f["geometry"])]
    lake = hull([
        (round(x, 1), round(y, 1))
        for code, polygons in land.items() if ACTOR_OF[code] in ROUND_THE_LAKE
        for polygon in polygons for x, y in polygon[0]
    ])
    sea = [clipped(polygon[0]) for polygon in seas if in_plane(polygon[0])]
    islands = [ring for polygon in seas for ring in polygon[1:] if in_plane(ring) and area(ring) >= 1.0]
    others = give_islands(land, islands)
    drawn = []
    for feature in features:
        about = feature["properties"]
        code, actor = about["code"], ACTOR_OF[about["code"]]
        x, y = plane(about["label_point"])
        size = 8 if about["area_km2_geom"] < 20 else 9 if about["area_km2_geom"] < 100 else 12
        entry = {
            "code": code, "actor": actor, "name": about["name"],
            "d": path([ring for polygon in land[code] for ring in polygon], 0.45),
            "sign": {"x": round(x, 1), "y": round(y, 1), "size": size},
        }
        if actor not in IN_LENS | NO_NAME:
            entry["label"] = {"x": round(x, 1), "y": round(y - 8 if actor in NAME_ABOVE else y + size / 2 + 14, 1)}
        if actor in IN_LENS:
            x, y = IN_LENS_AT.get(actor, (x, y))
            lens_x = LENS["x"] + (x - LENS["fromX"]) * LENS["scale"]
            lens_y = LENS["y"] + (y - LENS["fromY"]) * LENS["scale"]
            entry["lens"] = {"sign": {"x": round(lens_x, 1), "y": round(lens_y, 1), "size": 11},
                             "label": {"x": round(lens_x, 1), "y": round(lens_y + (-10 if actor in NAME_ABOVE else 19.5), 1)}}
        drawn.append(entry)
    result = {
        "about": "Made by src/map/county_map.py. A sketch, not for navigation and not for whose an island is.",
        "attribution": "Kommungränser: SCB (CC0). Kust och hav: © OpenStreetMap contributors (ODbL 1.0).",
        "viewBox": [0, 0, WIDTH, HEIGHT],
        "layers": [
            {"class": "outside", "d": f"M0 0h{WIDTH}v{HEIGHT}h-{WIDTH}z"},
            {"class": "sea", "d": path(sea, 0.6)},
            {"class": "outside", "d": path(others, 0.6, 2.0)},
            {"class": "lake", "d": path([lake], 0.2)},
        ],
        "lens": LENS,
        "municipalities": sorted(drawn, key=lambda m: m["name"]),
    }
    lines = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
    lines = lines.replace('{"class"', '\n{"class"').replace('{"code"', '\n{"code"')
    (GEO / "county-map.json").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
