"""How a report looks when it is printed: the same whatever theme the window has."""

INK = "#22262b"
HEAD_GROUND = "#e2f0ef"
STYLE = """
p,blockquote,li{line-height:125%;margin-bottom:6px}h1{font-size:17pt}h2{font-size:14pt}
h3,h4{font-size:12pt;font-style:italic}td,th{font-size:8.5pt}th{background-color:#e2f0ef}
blockquote{margin-left:28px;margin-right:14px}a{color:#22262b;text-decoration:none}
.caption{margin-top:10px;margin-bottom:3px}.source{font-size:9pt}
"""
