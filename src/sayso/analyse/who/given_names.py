"""Given names that are mostly men's or mostly women's: a hint which person "he" or "she" cannot be,
never who somebody is."""

from sayso.analyse.who.words import words

MEN = words(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed aidan alan albert alejandro
    aleksandr alex alexander alexei alfred ali allan allen alvin amir anatoly andre andreas
    andrei andrew andy angelo anthony antonio arnold arthur asif austin barack barry bart
    ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon brendan
    brent brett brian bruce bruno bryan byron calvin carl carlos cesar chad charles charlie
    chester chris christian christopher chuck clarence claude clayton clint clinton clyde
    cody colin conor corey craig curtis cyril dale damian dan daniel danny darren darryl
    dave david dean dennis derek diego dimitri dirk dmitry dominic don donald douglas drew
    duncan dustin dwight earl ed eddie edgar eduardo edward edwin eli elias emil emmanuel
    enrique eric erik ernest ernesto eugene evan felipe felix fernando floyd francesco
    francis francisco frank franklin fred frederick gareth garry gary gavin gene geoff
    geoffrey george gerald gerard gerhard gianni gilbert giovanni glen glenn gordon graham
    greg gregory guillermo gustavo guy hamid hank hans harold harry harvey hassan hector
    heinrich helmut henri henry herbert herman howard hugh hugo hussein ian ibrahim igor
    imran isaac ismail ivan jack jacob jacques jake jamal james jamie jan jared jason javier
    jay jean jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe
    joel johan johannes john johnny jon jonathan jordan jorge jose joseph josh joshua juan
    julian jurgen justin karl keith ken kenneth kent kevin kofi kurt kyle lance larry lars
    laurent lawrence lee leo leon leonard leonardo leroy lewis liam lionel lloyd lorenzo
    louis lucas luigi luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark
    martin marvin mathew matt matthew maurice max maxim melvin michael miguel mikhail mike
    milton mitch mitt mohamed mohammad mohammed morris moses muhammad mustafa nathan
    nathaniel neil nelson nicholas nick nicolas nigel nikolai noah noel norman oliver omar
    oscar osama otto owen pablo paolo pat patrick paul pavel pedro pete peter phil philip
    philippe pierre piotr rafael ralph ramon randall randy raul ray raymond recep reginald
    rene ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland roman ron
    ronald ross roy ruben rudolf rupert russell ryan said saleh salim salman salvador sam
    samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn
    silvio simon spencer stan stanislav stanley stefan stephen steve steven stuart tariq ted
    terence terrence theodore thomas tim timothy toby todd tom tommy tony travis trevor
    tyler vernon victor viktor vincent vitaly vladimir wade wallace walter warren wayne
    wilhelm will william willie winston wolfgang xavier yuri yusuf zachary
    """
)
WOMEN = (
    words(
        """
    abigail ada agnes aisha alexandra alexis alice alicia alison allison alma amanda amber
    amelia amy ana anastasia andrea angela angelina anita ann anna anne annette annie april
    ariana ashley astrid audrey barbara beatrice becky belinda bernice beth betty beverly
    bianca bonnie brenda bridget brittany camilla carla carly carmen carol carole caroline
    carolyn carrie catherine cathy cecilia charlotte chelsea cheryl chloe christina
    christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy dana
    danielle dawn deborah debra denise diana diane dolores donna doris dorothy edith eileen
    elaine eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erica erin
    esther ethel eva eve evelyn fatima fiona florence frances gabrielle gail gemma geraldine
    gina gladys gloria grace greta gwen hannah harriet hazel heather heidi helen helena
    hilary hillary holly hope ida ingrid irene iris isabel isabella ivanka jackie jacqueline
    jane janet janice jasmine jean jeanne jenna jennifer jenny jessica jill joan joanna
    joanne jocelyn jodie josephine joyce juanita judith judy julia julie juliet june karen
    karin kate katherine kathleen kathryn kathy katie katrina kayla kelly kimberly kirsten
    kristen kristin lara laura lauren leah leila lena lillian linda lisa loretta lori
    lorraine louise lucia lucy lydia lynn mabel madeleine madeline maggie malala marcia
    margaret margarita maria marian marie marilyn marina marion marjorie marlene martha mary
    maureen maxine megan megyn melanie melania melinda melissa mercedes michele michelle
    mildred miranda miriam molly monica nadia nancy naomi natalia natalie natasha nina nora
    norma olga olivia pamela patricia patty paula pauline peggy penelope penny phyllis polly
    priscilla rachel rebecca regina renee rhonda rita roberta rosa rose rosemary ruth
    sabrina sally samantha sandra sara sarah serena sharon sheila shelley sherry shirley
    silvia sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan suzanne
    svetlana sylvia tamara tanya tara tatiana teresa thelma theresa tiffany tina tracy
    ursula valentina valerie vanessa vera veronica vicki victoria viola violet virginia
    vivian wanda wendy whitney yolanda yvonne zainab zoe
    """
    )
    - MEN
)
