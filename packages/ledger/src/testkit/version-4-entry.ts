/** The bytes of the sample entry, with what was said, as version 4 wrote it: all that it drew was of sevens. */
export const VERSION_4_LEAF = [
  '{"v":4,"type_uid":600302,"uid":"01M3250W330000000000000000","time":1790000001123,"kind":"READ","action_id":4,"status_id":1',
  '"profile":"sha256:59b9e5b04031ed1edb1698fefc89fe20461630e15727b5d8756a342d5c5a4dd4","actor":{"uid":"a:7f3c","agency":"DEU.fire-service","represents":"DEU","clearances":{"DEU":1},"clipped":[]}',
  '"api":{"operation":"Fire","doc":"sha256:dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","asked":"sha256:0239ad6e05f143898ca21995475f59a21731088cb7bef2776908169b78126ac3","trace":"4bf92f35"}',
  '"basis":{"purpose":"PROTECT_LIFE","case":"inc_9f2c","acts":["act_41d0@2"]}',
  '"now":1790000001123',
  '"policy":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","schema":"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"',
  '"snapshot":[4711,"sha256:7202d7ae2bd89596deb6f373e5958bac8e184aabf265f9584fb154c034a1e691"],"receipt":"BwcHBwcHBwcHBwcHBwcHBw"',
  '"access":{"rules":[[["CHY-PUB"]],[["VCDR-22-1"]]],"handlings":["h:8612776e406740fb","h:a40e6d6981166b18"],"counts":[[0,1],[1,1]],"items":[[0,"A",0,["Mission.city"]],[1,"W",1,["Premises.floorPlan"]]]}',
  '"records":{"n":2,"commit":"C-U6Sc3DNimtu7kOmpvoTYocG13e-sR_Br-TSDjzPho"},"private":"PMJ0q8eONnWT2FfxFrdcB6RVZSahHqnvAkwG-LMGNc0","said":"V6wfpU4HG1kpx2rbAZc0dMV-O1r5LMp-7kXgYlJlmAU"}',
].join();
