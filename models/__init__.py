"""What a study is: typed entities, the study file and its migrations. Imports nothing of ours."""
